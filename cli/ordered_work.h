// Work on many threads whose results come out in the order in which the work went in.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace entente {

/// Takes jobs on one thread, does them on several, and hands over their results on the first thread again, in order:
/// what is done with the results needs no locks and does not depend on the number of threads.
template <typename Job, typename Result>
class OrderedWork {
 public:
  using Work = std::function<Result(Job&)>;
  using Sink = std::function<void(Result)>;

  /// At most `threads` * kAhead jobs wait or are under way.
  OrderedWork(std::size_t threads, Work work, Sink sink)
      : work_(std::move(work)), sink_(std::move(sink)), most_(threads * kAhead) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
  }

  /// Abandons what has not been started.
  ~OrderedWork() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
      waiting_.clear();
    }
    to_do_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;

  /// Adds a job; hands over results that are ready, and waits for the first where too many are under way. Throws what
  /// the work or the sink threw, at its turn.
  void push(Job job) {
    auto slot = std::make_shared<Slot>();
    slot->job = std::move(job);
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(slot);
    }
    to_do_.notify_one();
    slots_.push_back(std::move(slot));
    while (!slots_.empty() && (slots_.size() > most_ || is_ready(*slots_.front()))) hand_over();
  }

  /// Waits for all jobs and hands over their results.
  void finish() {
    while (!slots_.empty()) hand_over();
  }

 private:
  static constexpr std::size_t kAhead = 8;

  struct Slot {
    Job job;
    std::optional<Result> result;
    std::exception_ptr error;
    bool ready = false;
  };

  bool is_ready(const Slot& slot) {
    const std::lock_guard lock(mutex_);
    return slot.ready;
  }

  void hand_over() {
    const std::shared_ptr<Slot> slot = slots_.front();
    slots_.pop_front();
    {
      std::unique_lock lock(mutex_);
      done_.wait(lock, [&] { return slot->ready; });
    }
    if (slot->error) std::rethrow_exception(slot->error);
    sink_(std::move(*slot->result));
  }

  void run() {
    while (const std::shared_ptr<Slot> slot = next()) {
      try {
        slot->result = work_(slot->job);
      } catch (...) {
        slot->error = std::current_exception();
      }
      {
        const std::lock_guard lock(mutex_);
        slot->ready = true;
      }
      done_.notify_one();
    }
  }

  std::shared_ptr<Slot> next() {
    std::unique_lock lock(mutex_);
    to_do_.wait(lock, [&] { return stopped_ || !waiting_.empty(); });
    if (waiting_.empty()) return nullptr;
    std::shared_ptr<Slot> slot = std::move(waiting_.front());
    waiting_.pop_front();
    return slot;
  }

  Work work_;
  Sink sink_;
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable to_do_;
  std::condition_variable done_;
  bool stopped_ = false;
  std::deque<std::shared_ptr<Slot>> waiting_;  // of all threads, under mutex_
  std::deque<std::shared_ptr<Slot>> slots_;    // of the first thread alone, in order
  std::vector<std::thread> threads_;
};

}  // namespace entente
