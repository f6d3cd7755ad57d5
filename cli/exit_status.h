// What the program's exit status says.
#pragma once

namespace entente {

enum ExitStatus : int {
  kDone = 0,
  kSomeInputFailed = 1,  ///< the rest was done
  kWrongUsage = 2,
  kNothingDone = 3,  ///< what was asked for could not be done
};

}  // namespace entente
