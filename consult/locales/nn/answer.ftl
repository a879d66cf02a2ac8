# Sentences around quotes. Words: innspel = one contribution; voices are counted apart and never added up.
# $count is always a number; what a contributor wrote comes in as $quotes, $title or $text and is never read as Fluent.

answer-number = { $count ->
    [2] to
    [3] tre
    [4] fire
    [5] fem
    [6] seks
    [7] sju
    [8] åtte
    [9] ni
    [10] ti
    [11] elleve
    [12] tolv
   *[other] { $count }
 }
answer-count-group_note = { $count ->
    [one] eitt bord
   *[other] { answer-number } bord
 }
answer-count-organisation = { $count ->
    [one] éin organisasjon
   *[other] { answer-number } organisasjonar
 }
answer-count-individual = { $count ->
    [one] éin privatperson
   *[other] { answer-number } privatpersonar
 }
answer-count-participant = { $count ->
    [one] éin deltakar ved eit bord
   *[other] { $tables ->
        [one] éin eller fleire deltakarar ved eit bord
       *[other] deltakarar ved { $tables_in_words } bord
    }
 }
answer-and = { $first } og { $second }
answer-comma = { $first }, { $second }
answer-quote = «{ $text }»
answer-quote-by = { $quote } ({ $voice })

# $more: how many statements the sentence counts besides those it quotes.
answer-raise = { $voices } tek opp { $title }{ answer-among }: { $quotes }
answer-raise-untitled = { $more ->
    [0] { $voices } seier: { $quotes }
   *[other] { $voices } seier mellom anna: { $quotes }
 }
answer-more = { $voices } seier òg{ answer-among }: { $quotes }
# Several voices that each say something: named, and never said to agree.
answer-several = { $more ->
    [0] Frå { $voices } kjem: { $quotes }
   *[other] Frå { $voices } kjem mellom anna: { $quotes }
 }
answer-further = Frå { $voices } kjem òg{ answer-among }: { $quotes }
answer-among = { $more ->
    [0] { "" }
   *[other] , mellom anna
 }
answer-single = Eitt innspel, frå { $voices }, gjeld { $title }: { $quotes }
answer-single-untitled = Eitt innspel, frå { $voices }: { $quotes }
answer-alone = Ei einskild røyst, frå { $voices }: { $quotes }
answer-divided = Innspela om { $title } peikar i ulike retningar: { $quotes }
answer-divided-untitled = Innspela peikar i ulike retningar: { $quotes }
answer-reported = { $voices } viser ulike syn på { $title }: { $quotes }
answer-reported-untitled = { $voices } viser ulike syn: { $quotes }
answer-alike = { $count ->
    [2] To { answer-likeness } innspel, frå { $voices }, seier: { $quotes }
   *[other] { answer-number } { answer-likeness } innspel, frå { $voices }, seier: { $quotes }
 }
answer-likeness = { $alike ->
    [one] likelydande
   *[other] nesten likelydande
 }

# Beside a quote: the bullet or lead-in that it hangs on, which is no part of it.
answer-hangs-on = under punktet «{ $text }»

answer-reason-apart = Utsegna ligg langt frå det som er sitert om temaet. Ho er med i temaet, men ingen konklusjon seier det ho seier.
