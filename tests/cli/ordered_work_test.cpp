// Work on many threads comes out in order; hand-over between threads.
#include "cli/ordered_work.h"

#include <doctest/doctest.h>

#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "cli/handover.h"

using namespace entente;

namespace {

int slow_square(int& number) {
  std::this_thread::sleep_for(std::chrono::microseconds((number * 37) % 200));
  return number * number;
}

}  // namespace

TEST_CASE("results come in the order of the jobs, with any number of threads") {
  for (const std::size_t threads : {1U, 2U, 7U}) {
    std::vector<int> results;
    OrderedWork<int, int> work(threads, slow_square, [&](int result) { results.push_back(result); });
    for (int i = 0; i < 500; ++i) work.push(i);
    work.finish();
    REQUIRE(results.size() == 500);
    for (int i = 0; i < 500; ++i) CHECK(results[static_cast<std::size_t>(i)] == i * i);
  }
}

TEST_CASE("what the work throws comes out at its turn") {
  std::vector<int> results;
  const auto work_on = [](int& number) {
    if (number == 3) throw std::runtime_error("three");
    return number;
  };
  const auto run = [&] {
    OrderedWork<int, int> work(4, work_on, [&](int result) { results.push_back(result); });
    for (int i = 0; i < 100; ++i) work.push(i);
    work.finish();
  };
  CHECK_THROWS_WITH_AS(run(), "three", std::runtime_error);
  CHECK(results == std::vector<int>{0, 1, 2});
}

TEST_CASE("a queue hands over all that was pushed, then its error") {
  Handover<int> queue(2);
  std::thread pusher([&] {
    for (int i = 0; i < 100; ++i) queue.push(i);
    queue.close(std::make_exception_ptr(std::runtime_error("no more")));
  });
  for (int i = 0; i < 100; ++i) {
    REQUIRE(queue.peek() != nullptr);
    CHECK(queue.take() == i);
  }
  CHECK_THROWS_WITH_AS((void)queue.peek(), "no more", std::runtime_error);
  pusher.join();
}

TEST_CASE("whoever pushes into an abandoned queue is told") {
  Handover<int> queue(1);
  queue.push(1);
  bool told = false;
  std::thread pusher([&] {
    try {
      queue.push(2);
    } catch (const Handover<int>::Abandoned&) {
      told = true;
    }
  });
  queue.abandon();
  pusher.join();
  CHECK(told);
}
