# Sentences around quotes. Words: innspill = one contribution; voices are counted apart and never added up.
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
    [one] ett bord
   *[other] { answer-number } bord
 }
answer-count-organisation = { $count ->
    [one] én organisasjon
   *[other] { answer-number } organisasjoner
 }
answer-count-individual = { $count ->
    [one] én privatperson
   *[other] { answer-number } privatpersoner
 }
answer-count-participant = { $count ->
    [one] én deltaker ved et bord
   *[other] { $tables ->
        [one] én eller flere deltakere ved et bord
       *[other] deltakere ved { $tables_in_words } bord
    }
 }
answer-and = { $first } og { $second }
answer-comma = { $first }, { $second }
answer-quote = «{ $text }»
answer-quote-by = { $quote } ({ $voice })

# $more: how many statements the sentence counts besides those it quotes.
answer-raise = { $voices } tar opp { $title }{ answer-among }: { $quotes }
answer-raise-untitled = { $more ->
    [0] { $voices } sier: { $quotes }
   *[other] { $voices } sier blant annet: { $quotes }
 }
answer-more = { $voices } sier også{ answer-among }: { $quotes }
# Several voices that each say something: named, and never said to agree.
answer-several = { $more ->
    [0] Fra { $voices } kommer: { $quotes }
   *[other] Fra { $voices } kommer blant annet: { $quotes }
 }
answer-further = Fra { $voices } kommer også{ answer-among }: { $quotes }
answer-among = { $more ->
    [0] { "" }
   *[other] , blant annet
 }
answer-single = Ett innspill, fra { $voices }, gjelder { $title }: { $quotes }
answer-single-untitled = Ett innspill, fra { $voices }: { $quotes }
answer-alone = En enkelt stemme, fra { $voices }: { $quotes }
answer-divided = Innspillene om { $title } peker i ulike retninger: { $quotes }
answer-divided-untitled = Innspillene peker i ulike retninger: { $quotes }
answer-reported = { $voices } viser ulike syn på { $title }: { $quotes }
answer-reported-untitled = { $voices } viser ulike syn: { $quotes }
answer-alike = { $count ->
    [2] To { answer-likeness } innspill, fra { $voices }, sier: { $quotes }
   *[other] { answer-number } { answer-likeness } innspill, fra { $voices }, sier: { $quotes }
 }
answer-likeness = { $alike ->
    [one] likelydende
   *[other] nesten likelydende
 }

# Beside a quote: the bullet or lead-in that it hangs on, which is no part of it.
answer-hangs-on = under punktet «{ $text }»

answer-reason-apart = Utsagnet ligger langt fra det som er sitert om temaet. Det er med i temaet, men ingen konklusjon sier det det sier.
