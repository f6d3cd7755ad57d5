"""The training loop: warm-up, level, decay; bf16 where the machine has it, and a checkpoint every few minutes.

A run that was killed goes on from its last checkpoint with the same batches in the same order."""
import os
import random
import time
from pathlib import Path

import torch

import data
import model as network

SAVE_EVERY = 150.0  # seconds


def save(path, content):
    """Writes beside the file, then renames: a kill leaves the old checkpoint or the new one."""
    path = Path(path)
    beside = path.with_suffix(".new")
    torch.save(content, beside)
    os.replace(beside, path)


def rate(step, steps, warm_up, decay):
    """Linear warm-up to 1, level, then linear decay to 0 over the last part: until that part begins, a run can still be
    given more or fewer passes."""
    return min(1.0, (step + 1) / max(1, warm_up), (steps - step) / max(1.0, decay * steps))


class Run:
    """One training run: `passes` over `sources`, all of it a function of the seed."""

    def __init__(self, name, folder, model, prepared, sources, passes, seed=1, encoder_rate=2e-4, head_rate=1e-3,
                 pieces_per_batch=2048, eight_bits_from=None, decay=0.35, weights=None):
        self.path = Path(folder) / f"{name}.checkpoint"
        self.done_path = Path(folder) / f"{name}.done"
        self.name, self.model, self.prepared, self.sources, self.passes = name, model, prepared, sources, passes
        self.seed, self.pieces_per_batch, self.eight_bits_from, self.decay = seed, pieces_per_batch, eight_bits_from, decay
        self.weights = weights or {"names": 1.0, "soft": 1.0, "upos": 0.5, "xpos": 0.5, "lemma": 0.5, "arc": 1.0, "rel": 1.0,
                                   "silver_arc": 1.0, "silver_rel": 1.0}
        slow, fast = model.parts()
        self.rates = (encoder_rate, head_rate)
        self.optimizer = torch.optim.AdamW([{"params": slow}, {"params": fast}], lr=1.0, betas=(0.9, 0.98), weight_decay=0.01,
                                           fused=True)
        self.at = (0, 0)  # pass, batch
        self.step = 0

    def plan(self, number):
        return data.one_pass(self.sources, self.prepared.pieces, self.seed, number, self.pieces_per_batch)

    def collate(self, group, sets):
        return data.collate(group, self.prepared.pieces, sets)

    def checkpoint(self):
        save(self.path, {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "at": self.at,
                         "step": self.step, "torch": torch.get_rng_state(), "python": random.getstate()})

    def resume(self):
        if not self.path.exists():
            return
        state = torch.load(self.path, weights_only=False)
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.at, self.step = state["at"], state["step"]
        torch.set_rng_state(state["torch"])
        random.setstate(state["python"])
        print(f"{self.name}: goes on at pass {self.at[0]}, batch {self.at[1]}", flush=True)

    def fit(self, evaluate=None):
        """Trains to the end, or returns at once where that has been done."""
        if self.done_path.exists():
            self.model.load_state_dict(torch.load(self.done_path, weights_only=True))
            return self.model
        self.resume()
        sizes = [len(self.plan(n)) for n in range(self.passes)]
        steps, warm_up = sum(sizes), min(100, sizes[0] // 4)
        masks = self.prepared.inventory.masks()
        saved = said = time.time()
        words, sums, count = 0, {}, 0
        self.model.train()
        for number in range(self.at[0], self.passes):
            plan = self.plan(number)
            for index in range(self.at[1] if number == self.at[0] else 0, len(plan)):
                self.model.mode.eight_bits = self.eight_bits_from is not None and self.step >= self.eight_bits_from * steps
                for group, top in zip(self.optimizer.param_groups, self.rates):
                    group["lr"] = top * rate(self.step, steps, warm_up, self.decay)
                batch = self.collate(plan[index], len(masks) - 1)
                with torch.autocast("cpu", torch.bfloat16):
                    parts, loss = network.losses(self.model, batch, masks, self.weights)
                self.optimizer.zero_grad(set_to_none=True)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
                self.optimizer.step()
                self.step += 1
                self.at = (number, index + 1)
                words, count = words + batch.word_count, count + 1
                for k, v in parts.items():
                    total, n = sums.get(k, (0.0, 0))
                    sums[k] = (total + v.item(), n + 1)
                now = time.time()
                if now - said > 20:
                    shown = "  ".join(f"{k} {a / n:.3f}" for k, (a, n) in sorted(sums.items()))
                    left = (steps - self.step) * (now - said) / count / 60
                    print(f"{self.name}: step {self.step}/{steps}  {words / (now - said):.0f} words/s  "
                          f"{left:.1f} min left  {shown}", flush=True)
                    said, words, sums, count = now, 0, {}, 0
                if now - saved > SAVE_EVERY:
                    self.checkpoint()
                    saved = time.time()
            self.at = (number + 1, 0)
            if evaluate:
                self.model.eval()
                evaluate(self.model, number)
                self.model.train()
        save(self.done_path, self.model.state_dict())
        self.path.unlink(missing_ok=True)
        return self.model
