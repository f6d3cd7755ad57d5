// entente-lexicon: compiles the tables of data/lexicon/ into one image. Run by the build.
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "extract/lexicon/compile.h"

namespace {

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read '" + file.string() + "'");
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::filesystem::path part = file;
  part += ".part";
  std::ofstream out(part, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error("cannot write '" + part.string() + "'");
  std::filesystem::rename(part, file);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: entente-lexicon FOLDER_OF_TABLES IMAGE\n";
    return 2;
  }
  try {
    const std::filesystem::path folder = argv[1];
    write(argv[2], entente::lexicon::compile([&](std::string_view file) { return content(folder / file); }));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "entente-lexicon: " << error.what() << '\n';
    return 3;
  }
}
