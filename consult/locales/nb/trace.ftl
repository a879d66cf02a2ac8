# Å følge en konklusjon til ordene, kilden og svaret, og tilbake.

trace-to-answer = Til svaret
trace-to-conclusion = Til konklusjonen
trace-to-quote = { $count ->
    [1] Til sitatet
   *[other] Til sitatet { $number }
 }
trace-address = Adressen til dette steget
trace-to-receipt = Kvittering
