// The sets of kernels of this build: a new one (NEON, say) is one file like kernels_avx2.cpp, one line here and one in
// kernels.cpp.
#pragma once

#include "extract/language/encoder/kernels.h"

namespace entente::encoder {

[[nodiscard]] const Kernels& portable_kernels();
[[nodiscard]] const Kernels& avx2_kernels();        ///< needs AVX2
[[nodiscard]] const Kernels& avx512vnni_kernels();  ///< needs AVX-512 F, BW, DQ, VL and VNNI

}  // namespace entente::encoder
