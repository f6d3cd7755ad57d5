// The compiled lexicon as part of the program. ENTENTE_LEXICON_IMAGE is the file that entente-lexicon wrote.
    .section .rodata
    .balign 64
    .global entente_lexicon_begin
    .global entente_lexicon_end
    .type entente_lexicon_begin, %object
    .type entente_lexicon_end, %object
entente_lexicon_begin:
    .incbin ENTENTE_LEXICON_IMAGE
entente_lexicon_end:
    .byte 0
    .size entente_lexicon_begin, entente_lexicon_end - entente_lexicon_begin
    .section .note.GNU-stack, "", %progbits
