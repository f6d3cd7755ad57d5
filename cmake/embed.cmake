# entente_embed(TARGET SYMBOL FILE): puts a file into a library as the bytes between SYMBOL_begin and SYMBOL_end.
function(entente_embed target symbol file)
  set(assembly ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.S)
  set(content "  .section .rodata\n  .balign 64\n  .global ${symbol}_begin\n${symbol}_begin:\n  .incbin \"${file}\"\n")
  string(APPEND content "  .global ${symbol}_end\n${symbol}_end:\n  .byte 0\n  .section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT ${assembly} CONTENT "${content}" @ONLY)
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS ${file})
  target_sources(${target} PRIVATE ${assembly})
endfunction()
