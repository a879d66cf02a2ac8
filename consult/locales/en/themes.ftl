# Evidence of placements: why a passage stands where it stands. Joined with semicolons.

place-words = shares the words { $words }
place-heading = stands under “{ $heading }”
place-meaning = meaning { $likeness }
place-none = not clearly enough like any part of the plan
place-learned = { $count ->
    [one] is like one passage that people have placed here
   *[other] is like { $count } passages that people have placed here
}
theme-part-of = part of “{ $wider }”
