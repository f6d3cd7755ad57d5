#include "graph/graph_file.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr int kBusyTimeoutMs = 10'000;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};

// Articles, sentences, mentions and corrections are what was added; all below is derived from the articles'
// extractions. Numbers are rowids and mean nothing outside the file, but for those of relations and events, which are
// the bits of their ids.
constexpr const char* kSchema = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL,
  title TEXT NOT NULL,
  published TEXT NOT NULL,
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  extraction BLOB NOT NULL  -- the extraction line without the text, compressed with zstd
);
CREATE TABLE sentences (
  number INTEGER PRIMARY KEY,  -- article * 16777216 + place in the article
  "begin" INTEGER NOT NULL,    -- code points into the article's text
  "end" INTEGER NOT NULL
);
CREATE VIEW sentence_text AS
  SELECT s.number AS number, substr(a.text, s."begin" + 1, s."end" - s."begin") AS text
  FROM sentences s JOIN articles a ON a.number = s.number / 16777216;
CREATE VIRTUAL TABLE passages USING fts5(
  text, content='sentence_text', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE TABLE mentions (
  article INTEGER NOT NULL,
  local INTEGER NOT NULL,  -- index into the entities of the article's extraction
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (article, local, "begin", "end", form)
) WITHOUT ROWID;

CREATE TABLE corrections (  -- what a person knows better
  number INTEGER PRIMARY KEY,  -- from 1, in the order of their columns
  date TEXT NOT NULL,
  by TEXT NOT NULL,
  action TEXT NOT NULL,
  target TEXT NOT NULL,
  value TEXT NOT NULL,
  why TEXT NOT NULL
);

CREATE TABLE effects (  -- what became of corrections
  correction INTEGER PRIMARY KEY,
  applied INTEGER NOT NULL,
  what TEXT NOT NULL
);
CREATE TABLE entities (
  number INTEGER PRIMARY KEY,  -- in the order of the ids
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  sector TEXT NOT NULL,
  iso3 TEXT NOT NULL,
  wikidata TEXT NOT NULL,
  cow TEXT NOT NULL,
  articles INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  first_date TEXT NOT NULL,
  last_date TEXT NOT NULL
);
CREATE TABLE aliases (
  entity INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (entity, name)
) WITHOUT ROWID;
CREATE TABLE members (  -- which entities of articles an entity is made of
  entity INTEGER NOT NULL,
  article INTEGER NOT NULL,
  local INTEGER NOT NULL,
  rule TEXT NOT NULL,  -- why: link, name_country, name, only, spelling, acronym, kind, apart, or "correction" and its number
  PRIMARY KEY (entity, article, local)
) WITHOUT ROWID;
CREATE TABLE relations (
  number INTEGER PRIMARY KEY,
  id TEXT GENERATED ALWAYS AS (printf('r-%012x', number)) VIRTUAL,
  type TEXT NOT NULL,
  subject INTEGER NOT NULL,
  object INTEGER NOT NULL,
  role TEXT NOT NULL,
  start TEXT NOT NULL,
  "end" TEXT NOT NULL,
  negated INTEGER NOT NULL,
  past INTEGER NOT NULL,
  weight INTEGER NOT NULL,  -- independent stories
  articles INTEGER NOT NULL,
  first_date TEXT NOT NULL,
  last_date TEXT NOT NULL,
  confidence REAL NOT NULL
);
CREATE TABLE events (
  number INTEGER PRIMARY KEY,
  id TEXT GENERATED ALWAYS AS (printf('e-%012x', number)) VIRTUAL,
  type TEXT NOT NULL,
  mode TEXT NOT NULL,
  cameo TEXT NOT NULL,
  quad INTEGER NOT NULL,
  intensity REAL NOT NULL,
  date TEXT NOT NULL,
  date_precision TEXT NOT NULL,
  modality TEXT NOT NULL,
  place INTEGER,
  attribution INTEGER,
  weight INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  first_date TEXT NOT NULL,
  last_date TEXT NOT NULL,
  confidence REAL NOT NULL
);
CREATE TABLE contexts (
  event INTEGER NOT NULL,
  context TEXT NOT NULL,
  PRIMARY KEY (event, context)
) WITHOUT ROWID;
CREATE TABLE actors (
  event INTEGER NOT NULL,
  role TEXT NOT NULL,  -- source or target
  entity INTEGER NOT NULL,
  PRIMARY KEY (event, role, entity)
) WITHOUT ROWID;
CREATE TABLE sayers (
  event INTEGER NOT NULL,
  stance TEXT NOT NULL,  -- asserts or denies
  entity INTEGER NOT NULL,
  PRIMARY KEY (event, stance, entity)
) WITHOUT ROWID;
CREATE TABLE evidence (
  of TEXT NOT NULL,  -- relation or event
  node INTEGER NOT NULL,
  article INTEGER NOT NULL,
  statement INTEGER NOT NULL,  -- index into the relations or events of the article's extraction
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  denies INTEGER NOT NULL,  -- of an event: that somebody denies it
  PRIMARY KEY (of, node, article, statement)
) WITHOUT ROWID;
)sql";

[[noreturn]] void refuse(const fs::path& file, std::string_view what) {
  throw std::runtime_error(fmt::format("'{}' {}", file.string(), what));
}

fs::path journal_of(const fs::path& file) {
  fs::path journal = file;
  journal += "-journal";
  return journal;
}

/// Whether a process was killed while it wrote; SQLite then undoes what was half written.
bool has_hot_journal(const fs::path& file) {
  std::error_code none;
  const auto size = fs::file_size(journal_of(file), none);
  return !none && size > 0;
}

using Header = std::array<unsigned char, 100>;

std::uint32_t big_endian(const Header& header, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | header[at + i];
  return value;
}

/// The first bytes of the file, fewer where it is shorter.
std::string beginning(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) refuse(file, "cannot be read; check its permissions");
  std::string bytes(Header{}.size(), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

void check_magic(const fs::path& file, std::string_view bytes) {
  if (bytes.substr(0, kMagic.size()) == kMagic.substr(0, bytes.size()) && bytes.size() >= Header{}.size()) return;
  if (bytes.substr(0, kMagic.size()) == kMagic.substr(0, bytes.size())) {
    refuse(file, fmt::format("is cut short: it has only {} bytes; build it anew", bytes.size()));
  }
  std::string shown;
  for (const char c : bytes.substr(0, kMagic.size())) shown += c >= ' ' && c <= '~' ? c : '.';
  refuse(file, fmt::format("is not a graph file: it begins with '{}'; make one with 'entente build'", shown));
}

/// Checks what the first page says of a file at rest.
void check_header(const fs::path& file, std::string_view bytes) {
  Header header{};
  std::copy(bytes.begin(), bytes.end(), header.begin());
  const std::uint32_t application = big_endian(header, 68, 4);
  const std::uint32_t version = big_endian(header, 60, 4);
  if (application != kApplicationId) {
    refuse(file, fmt::format("is an SQLite database of another program (application id {:#010x}, not {:#010x}); "
                             "make a graph file with 'entente build'",
                             application, kApplicationId));
  }
  if (version > kSchemaVersion) {
    refuse(file, fmt::format("was written by a newer version of entente (schema {}; this one knows {}); "
                             "use that version or build it anew",
                             version, kSchemaVersion));
  }
  if (version < kSchemaVersion) {
    refuse(file, fmt::format("was written by an older version of entente (schema {}; this one needs {}); build it anew",
                             version, kSchemaVersion));
  }
  const std::uint32_t page = big_endian(header, 16, 2) == 1 ? 65536 : big_endian(header, 16, 2);
  const std::uintmax_t whole = std::uintmax_t{page} * big_endian(header, 28, 4);
  if (const std::uintmax_t size = fs::file_size(file); size < whole) {
    refuse(file, fmt::format("is cut short: it has {} bytes of {}; build it anew or take a whole copy", size, whole));
  }
}

/// Lets SQLite undo what a killed process left half written.
void recover(const fs::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE, kBusyTimeoutMs);
  database.execAndGet("SELECT count(*) FROM sqlite_schema");
}

void create(SQLite::Database& database) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() > 0) return;  // another process was faster
  database.exec(kSchema);
  database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", kApplicationId, kSchemaVersion));
  database.exec("INSERT INTO meta VALUES ('writer', 'entente " ENTENTE_VERSION "'), ('stale', '0')");
  transaction.commit();
}

struct Hint {
  int code;
  std::string_view what_to_do;
};
constexpr std::array<Hint, 8> kHints = {{
    {SQLITE_BUSY, "another process is writing it; try again when it is done"},
    {SQLITE_LOCKED, "another process is writing it; try again when it is done"},
    {SQLITE_READONLY, "the file or its folder cannot be written; check their permissions"},
    {SQLITE_CANTOPEN, "the file or its folder cannot be opened or written; check the path and permissions"},
    {SQLITE_FULL, "the disk is full; make room and run the same command again, it goes on where it stopped"},
    {SQLITE_IOERR, "reading or writing failed; check the disk"},
    {SQLITE_CORRUPT, "the file is damaged; build it anew from the articles"},
    {SQLITE_NOTADB, "the file is damaged; build it anew from the articles"},
}};

/// What is there already; false where a new file is to be made.
bool check_existing(const fs::path& file, bool writable) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (!fs::exists(status)) {
    if (!writable) refuse(file, "does not exist; make a graph file with 'entente build'");
    return false;
  }
  if (fs::is_directory(status)) refuse(file, "is a folder, not a graph file");
  if (has_hot_journal(file)) {
    if (const std::string bytes = beginning(file); !bytes.empty()) check_magic(file, bytes);
    recover(file);
  }
  const std::string bytes = beginning(file);
  if (bytes.empty()) {
    if (!writable) refuse(file, "is empty; make a graph file with 'entente build'");
    return false;
  }
  check_magic(file, bytes);
  check_header(file, bytes);
  return true;
}

}  // namespace

SQLite::Database open_graph_file(const fs::path& file, bool writable) {
  // SQLite counts its memory under a lock that all connections share unless told not to before the first is opened.
  static const int kUncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(kUncounted);
  try {
    const bool exists = check_existing(file, writable);
    const int mode = writable ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE : SQLite::OPEN_READONLY;
    SQLite::Database database(file.string(), mode | SQLite::OPEN_NOMUTEX, kBusyTimeoutMs);
    // A rollback journal, not a write-ahead log: at rest the graph is one file, and a killed writer's journal is undone
    // by whoever opens next.
    if (writable) database.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL;");
    database.exec("PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
    if (!exists) create(database);
    return database;
  } catch (const SQLite::Exception& error) {
    throw std::runtime_error(explained(file, error));
  }
}

std::string explained(const fs::path& file, const SQLite::Exception& error) {
  std::string message = fmt::format("graph file '{}': {}", file.string(), error.what());
  for (const Hint& hint : kHints) {
    if (hint.code == (error.getErrorCode() & 0xff)) message += fmt::format(" ({})", hint.what_to_do);
  }
  return message;
}

}  // namespace entente
