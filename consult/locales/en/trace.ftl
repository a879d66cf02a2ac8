# Following a conclusion to its words, its source and its response, and back.

trace-to-answer = To the response
trace-to-conclusion = To the conclusion
trace-to-quote = { $count ->
    [1] To the quote
   *[other] To the quote { $number }
 }
trace-address = Address of this step
trace-to-receipt = Receipt
