// A short queue between a thread that pushes and one that pulls.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <utility>

namespace entente {

/// Holds at most a few items. push() and close() are for one thread, peek(), take() and abandon() for another.
template <typename Item>
class Handover {
 public:
  /// What push() throws once the other side takes no more.
  class Abandoned : public std::runtime_error {
   public:
    Abandoned() : std::runtime_error("no more is taken") {}
  };

  explicit Handover(std::size_t most) : most_(most) {}

  /// Waits while the queue is full.
  void push(Item item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return abandoned_ || items_.size() < most_; });
    if (abandoned_) throw Abandoned();
    items_.push_back(std::move(item));
    changed_.notify_all();
  }

  /// No more will come; with an error, peek() throws it after the last item.
  void close(std::exception_ptr error = nullptr) {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    error_ = std::move(error);
    changed_.notify_all();
  }

  /// The next item, which stays in the queue; waits for it; nullptr at the end.
  [[nodiscard]] Item* peek() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || !items_.empty(); });
    if (!items_.empty()) return &items_.front();
    if (error_) std::rethrow_exception(error_);
    return nullptr;
  }

  /// The item that peek() showed.
  [[nodiscard]] Item take() {
    const std::lock_guard lock(mutex_);
    Item item = std::move(items_.front());
    items_.pop_front();
    changed_.notify_all();
    return item;
  }

  void abandon() {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    changed_.notify_all();
  }

 private:
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Item> items_;
  bool closed_ = false;
  bool abandoned_ = false;
  std::exception_ptr error_;
};

}  // namespace entente
