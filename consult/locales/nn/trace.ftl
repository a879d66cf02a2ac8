# Å følgje ein konklusjon til orda, kjelda og svaret, og attende.

trace-to-answer = Til svaret
trace-to-conclusion = Til konklusjonen
trace-to-quote = { $count ->
    [1] Til sitatet
   *[other] Til sitatet { $number }
 }
trace-address = Adressa til dette steget
trace-to-receipt = Kvittering
