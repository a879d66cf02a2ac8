# Sentences around quotes. Words: contribution = one source; voices are counted apart and never added up.
# $count is always a number; what a contributor wrote comes in as $quotes, $title or $text and is never read as Fluent.

answer-number = { $count ->
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
   *[other] { $count }
 }
answer-count-group_note = { $count ->
    [one] one table
   *[other] { answer-number } tables
 }
answer-count-organisation = { $count ->
    [one] one organisation
   *[other] { answer-number } organisations
 }
answer-count-individual = { $count ->
    [one] one private individual
   *[other] { answer-number } private individuals
 }
answer-count-participant = { $count ->
    [one] one participant at a table
   *[other] { $tables ->
        [one] one or more participants at a table
       *[other] participants at { $tables_in_words } tables
    }
 }
answer-and = { $first } and { $second }
answer-comma = { $first }, { $second }
answer-quote = “{ $text }”
answer-quote-by = { $quote } ({ $voice })

# $more: how many statements the sentence counts besides those it quotes.
answer-raise = { $subjects ->
    [one] { $voices } raises { $title }{ answer-among }: { $quotes }
   *[other] { $voices } raise { $title }{ answer-among }: { $quotes }
 }
answer-raise-untitled = { $subjects ->
    [one] { $voices } says{ answer-among }: { $quotes }
   *[other] { $voices } say{ answer-among }: { $quotes }
 }
answer-more = { $subjects ->
    [one] { $voices } also says{ answer-among }: { $quotes }
   *[other] { $voices } also say{ answer-among }: { $quotes }
 }
# Several voices that each say something: named, and never said to agree.
answer-several = From { $voices }{ answer-among }: { $quotes }
answer-further = Also from { $voices }{ answer-among }: { $quotes }
answer-among = { $more ->
    [0] { "" }
   *[other] , among other things
 }
answer-single = One contribution, from { $voices }, is about { $title }: { $quotes }
answer-single-untitled = One contribution, from { $voices }: { $quotes }
answer-alone = A single voice, from { $voices }: { $quotes }
answer-divided = Contributions on { $title } point in different directions: { $quotes }
answer-divided-untitled = Contributions point in different directions: { $quotes }
answer-reported = { $subjects ->
    [one] { $voices } shows different views on { $title }: { $quotes }
   *[other] { $voices } show different views on { $title }: { $quotes }
 }
answer-reported-untitled = { $subjects ->
    [one] { $voices } shows different views: { $quotes }
   *[other] { $voices } show different views: { $quotes }
 }
answer-alike = { $count ->
    [2] Two contributions in { answer-likeness } words, from { $voices }, say: { $quotes }
   *[other] { answer-number } contributions in { answer-likeness } words, from { $voices }, say: { $quotes }
 }
answer-likeness = { $alike ->
    [one] the same
   *[other] nearly the same
 }

# Beside a quote: the bullet or lead-in that it hangs on, which is no part of it.
answer-hangs-on = under the point “{ $text }”

answer-reason-apart = The statement lies far from what is quoted on the theme. It belongs to the theme, but no conclusion says what it says.
