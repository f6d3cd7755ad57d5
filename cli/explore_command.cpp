// entente explore: serves the page for a graph file, to this machine alone unless told otherwise.
#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/explorer.h"
#include "cli/options.h"
#include "export/page.h"

namespace entente {

namespace {

/// What every answer says to the browser: nothing of it is kept, framed, guessed at or handed to another site.
const httplib::Headers& strict_headers() {
  static const httplib::Headers kHeaders{
      {"Content-Security-Policy", "frame-ancestors 'none'; object-src 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cache-Control", "no-store"},
  };
  return kHeaders;
}

/// The name of a host without the port: "localhost:8080" -> "localhost", "[::1]:80" -> "::1".
std::string host_name(const std::string& host) {
  if (host.starts_with('[')) return host.substr(1, host.find(']') - 1);
  return host.substr(0, host.find(':'));
}

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

/// The signals that end the program, held back from all threads started after it, until waited for.
class Interrupt {
 public:
  Interrupt() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  }
  ~Interrupt() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  void wait() const {
    int signal = 0;
    sigwait(&signals_, &signal);
  }

 private:
  sigset_t signals_{};
  sigset_t before_{};
};

class ExploreCommand final : public Command {
 public:
  [[nodiscard]] const CommandText& text() const override {
    static constexpr CommandText kText{
        "explore",
        "a page in the browser: search, graph, timeline, sentences",
        "Serves a page for a graph file of any size: what is tied the strongest is drawn, the rest is found by search "
        "and fetched as needed. Only this machine can see it, unless --host says otherwise; nothing is written. Ctrl-C "
        "ends it. For a page in one file, which needs no server: `entente export world.db --to world.html`.",
        "entente explore world.db\n"
        "entente explore world.db --from 2025-01-01 --port 8080\n"
        "entente explore world.db --kind country,organisation",
    };
    return kText;
  }

  void setup(CLI::App& app) override {
    add_graph(app, file_);
    app.add_option("--port", port_, "N: where to serve (7475); 0 for any that is free")
        ->check(in_range(0, 65535))
        ->type_name("");
    app.add_option("--host", host_, "ADDRESS: whom to serve to (127.0.0.1: this machine alone)")->type_name("");
    filter_.setup(app);
    filter_.background(app);
  }

  int run() override {
    if (!has_page())
      write_page_around(
          "", [](std::ostream&) {}, std::cout);  // throws, saying what to install
    const OpenGraph graph(file_, filter_.filter(), OpenGraph::About::all);
    const Explorer explorer(graph, filter_.filter(), std::filesystem::path(file_).stem().string());
    const Interrupt interrupt;
    httplib::Server server;
    std::mutex one_at_a_time;
    prepare(server, [&](const httplib::Request& request, httplib::Response& response) {
      const std::lock_guard lock(one_at_a_time);
      const Reply reply = explorer.reply(request.path, {request.params.begin(), request.params.end()});
      response.status = reply.status;
      response.set_content(reply.body, reply.type);
    });
    const int port = bind(server);
    std::thread serving([&server] { server.listen_after_bind(); });
    fmt::print("{} at http://{}:{}/ (Ctrl-C ends it)\n", file_,
               host_.find(':') == std::string::npos ? host_ : "[" + host_ + "]", port);
    std::fflush(stdout);
    interrupt.wait();
    server.stop();
    serving.join();
    return kDone;
  }

 private:
  void prepare(httplib::Server& server, const httplib::Server::Handler& answer) const {
    server.set_default_headers(strict_headers());
    server.set_payload_max_length(1024);
    server.set_socket_options([](socket_t socket) {
      const int yes = 1;  // and no shared ports: a second server on a port must fail
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      if (request.method != "GET" && request.method != "HEAD") {
        response.status = 405;
        response.set_header("Allow", "GET, HEAD");
      } else if (!is_for_us(request)) {
        response.status = 403;
        response.set_content("{\"error\":\"this host name is not served\"}", "application/json");
      } else {
        return httplib::Server::HandlerResponse::Unhandled;
      }
      return httplib::Server::HandlerResponse::Handled;
    });
    server.Get(".*", answer);
  }

  /// Whether a request names a host that we serve as: no other site's name can be pointed at a loopback address to read
  /// what is served there.
  [[nodiscard]] bool is_for_us(const httplib::Request& request) const {
    const std::string name = host_name(request.get_header_value("Host"));
    return !is_loopback(host_) || is_loopback(name) || name == host_;
  }

  int bind(httplib::Server& server) const {
    const int port = port_ == 0 ? server.bind_to_any_port(host_) : server.bind_to_port(host_, port_) ? port_ : -1;
    if (port > 0) return port;
    throw std::runtime_error(fmt::format(
        "cannot serve at {} port {}: it is taken, or not ours; choose another with --port, or --port 0", host_, port_));
  }

  std::string file_;
  std::string host_ = "127.0.0.1";
  int port_ = 7475;
  FilterOptions filter_;
};

}  // namespace

std::unique_ptr<Command> make_explore_command() {
  return std::make_unique<ExploreCommand>();
}

}  // namespace entente
