"""Words to pieces: the uncased word-piece vocabulary of the encoder, with the case of each piece kept beside it."""
import unicodedata

PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
CASES = ("lower", "start", "capitals", "mixed", "none")
LONGEST_WORD = 100  # a run of more characters than this is one unknown piece


def is_punctuation(c):
    """ASCII signs that are no letter, digit or space, and the Unicode categories P*."""
    code = ord(c)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(c).startswith("P")


def is_ideograph(c):
    code = ord(c)
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
            or 0x20000 <= code <= 0x2A6DF or 0x2A700 <= code <= 0x2CEAF or 0x2F800 <= code <= 0x2FA1F)


def runs(word):
    """Splits a word at spaces, punctuation and ideographs; each run is a list of (folded character, case flag).

    The flag is 'U' for a character that lower-casing changes, 'l' for another letter, '-' for the rest. Folding: lower
    case of the single character, canonical decomposition, marks (Mn) dropped."""
    out, run = [], []
    for c in word:
        if c.isspace() or ord(c) in (0, 0xFFFD) or unicodedata.category(c) in ("Cc", "Cf"):
            if c.isspace() and run:
                out.append(run)
                run = []
            continue
        low = c.lower()
        flag = "U" if low != c else "l" if unicodedata.category(c).startswith("L") else "-"
        folded = [(d, flag) for d in unicodedata.normalize("NFD", low) if unicodedata.category(d) != "Mn"]
        if is_punctuation(c) or is_ideograph(c):
            if run:
                out.append(run)
                run = []
            out.append(folded)
        else:
            run += folded
    if run:
        out.append(run)
    return out


def case_of(flags):
    letters = [f for f in flags if f != "-"]
    if not letters:
        return 4
    upper = letters.count("U")
    if upper == 0:
        return 0
    if upper == 1 and letters[0] == "U":
        return 1
    return 2 if upper == len(letters) else 3


class Pieces:
    def __init__(self, vocabulary):
        """vocabulary: list of pieces, '##' before those that go on within a word."""
        self.vocabulary = vocabulary
        self.ids = {p: i for i, p in enumerate(vocabulary)}
        self.start, self.end = self.ids[START], self.ids[END]
        self.pad, self.unknown = self.ids[PAD], self.ids[UNKNOWN]
        self.memo = {}

    def word(self, word):
        """Ids and cases of the pieces of one word; never empty."""
        if word not in self.memo:
            ids, cases = [], []
            for run in runs(word):
                for i, c in self.longest_match(run):
                    ids.append(i)
                    cases.append(c)
            self.memo[word] = (ids, cases) if ids else ([self.unknown], [4])
        return self.memo[word]

    def longest_match(self, run):
        text = "".join(c for c, _ in run)
        if len(text) > LONGEST_WORD:
            return [(self.unknown, case_of([f for _, f in run]))]
        found, begin = [], 0
        while begin < len(text):
            end = len(text)
            while end > begin and ("##" if begin else "") + text[begin:end] not in self.ids:
                end -= 1
            if end == begin:
                return [(self.unknown, case_of([f for _, f in run]))]
            found.append((self.ids[("##" if begin else "") + text[begin:end]], case_of([f for _, f in run[begin:end]])))
            begin = end
        return found
