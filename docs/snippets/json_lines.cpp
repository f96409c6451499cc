// SPDX-License-Identifier: BSL-1.0
#include <lupaus/io/json_lines.hpp>

#include <boost/json/src.hpp>
#include <iostream>
#include <sstream>

int main() {
  std::istringstream catalogue{
      R"({"lupaus":1,"title":"a lamp","parties":[{"name":"c","role":"customer"},{"name":"s","role":"seller"}],"parts":[{"name":"lamp","kind":"good"}]}
{"lupaus":1,"title":"a chair","parties":[{"name":"c","role":"customer"}],"parts":[{"name":"chair","kind":"good"}]}
)"};
  //! [lines]
  auto const right = lupaus::for_each_model(
      catalogue,
      [](lupaus::json_line const& line) {
        if (line.document)
          std::cout << line.number << ": " << line.document->model->parts[lupaus::whole].name
                    << '\n';
        else
          std::cout << lupaus::to_string(line.document.error()) << '\n';
      },
      {.file = "catalogue.jsonl"});
  std::cout << right << " right\n";
  //! [lines]
}
