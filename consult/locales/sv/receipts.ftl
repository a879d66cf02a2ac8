# Kvittensen: det varje bidragslämnare får tillbaka, på sitt eget skriftspråk. Ord som också står i återkopplingen finns i feedback.ftl.

receipt-title = Kvittens för ditt bidrag
receipt-title-group_note = Kvittens för anteckningarna från bordet
receipt-title-organisation = Kvittens för bidraget från { $who }
receipt-lead = Tack för bidraget. Här ser du vad vi läste, vart det tog vägen, och vad myndigheten svarar.
receipt-code = Kvittenskod: { $code }
receipt-code-keep = Spara koden. Med den hittar du den här sidan igen.
receipt-code-where = Skriv in koden på { $address }.
receipt-code-later = Skriv in koden på ”Hitta ditt bidrag” där återkopplingen är publicerad.
receipt-received = Det här tog vi emot
receipt-received-as = Bidrag { $number }: { $who }
receipt-received-file = Mottaget som: { $path }
receipt-received-date = Datum: { $date }
receipt-read = Bidraget är läst: { $passages ->
    [0] Vi hittade inga uttalanden i det.
    [one] Vi hittade ett uttalande i det.
   *[other] Vi hittade { $passages } uttalanden i det.
 }
receipt-characters = { $all } tecken: { $said } i uttalanden, { $aside } lagda åt sidan.
receipt-unreadable = Bidraget kom in, men vi kunde inte läsa det. { $reason } Det är räknat som mottaget, men ingår inte i svaren.
receipt-unreadable-next = Hör av dig, så hittar vi ett sätt att få med det.
receipt-withheld = Bidraget är mottaget och läst. Det publiceras inte, och räknas som ett bidrag. Din kvittens har du fått för sig.
receipt-text = Bidraget som det är skrivet
receipt-text-note = Det vi läste som uttalanden är märkt. Siffran efter leder till vart uttalandet tog vägen.
receipt-text-note-public = Det vi läste som uttalanden är märkt. Siffran efter leder till vart uttalandet tog vägen. Personuppgifter är borttagna.
receipt-where = Vart det tog vägen
receipt-where-none = Inget uttalande gick vidare.
receipt-statement = Uttalande { $number }
receipt-theme-label = Tema
receipt-on = Gäller: { $targets }
receipt-own-place = Uttalande { $number } gäller främst { $target }.
receipt-quoted = Uttalande { $number } är citerat i slutsatsen:
receipt-counted = Uttalande { $number } är medräknat i slutsatsen:
receipt-not-reflected = Uttalande { $number } ingår i temat, men ingen slutsats säger det som det säger. Skäl: { $reason }
receipt-alike = { $count ->
    [one] Uttalande { $number } är lika eller nästan lika ett uttalande i ett annat bidrag eller på en annan plats i detta.
   *[other] Uttalande { $number } är lika eller nästan lika { $count } andra uttalanden.
 }
receipt-answer = Myndighetens svar
receipt-not-answered = Inte besvarat ännu om { $target }.
receipt-aside = Det vi lade åt sidan, och varför
receipt-aside-none = Vi lade inget åt sidan.
receipt-aside-caption = Text i bidraget som inte räknas som synpunkter
receipt-column-text = Text
receipt-column-why = Skäl
receipt-aside-person = { $reason }, avgjort av en människa
receipt-aside-blank = { $count ->
    [0] { "" }
    [one] Dessutom finns ett mellanrum eller listtecken.
   *[other] Dessutom finns { $count } mellanrum och listtecken.
 }
receipt-misread = Har vi läst dig fel?
receipt-whole = Läs hela återkopplingen
receipt-draft = Utkast – svaren är inte slutliga.

public-title = Svar på bidragen
public-start = Startsidan
public-report = Den interna rapporten
public-feedback = Återkopplingen
public-feedback-in = Återkopplingen på { $language }
public-find = Hitta ditt bidrag
public-find-text = Har du fått en kvittenskod? Med den hittar du vad vi läste i ditt bidrag, vart det tog vägen, och vad svaret är.
public-files = För den som vill räkna efter
public-files-text = Tabellerna bakom svaren, utan personuppgifter. Varje rad har samma kännetecken som i återkopplingen.
public-contributions = Bidragen med märkta uttalanden
public-edition = Utgåva { $number }, { $date }
public-find-title = Hitta ditt bidrag med kvittenskoden
public-find-how = Så gör du
public-find-how-text = Koden står i brevet du fick. Den har fem grupper med fyra tecken, så här: { $example }
public-find-noscript = Utan skript: Skriv koden med stora bokstäver och bindestreck i webbläsarens adress i stället för ”index.html”, med .html efter, så här: { $example }.html
public-find-label = Kvittenskod
public-find-button = Visa kvittensen
public-find-wrong = Detta är ingen kvittenskod. Se efter om ett tecken är fel eller saknas.
public-find-lost = Har du tappat bort koden? Fråga { $contact }.
public-find-lost-none = Har du tappat bort koden? Fråga dem som tog emot bidraget.
public-find-privacy = Ingen kan se din kod här, och sidan har ingen lista över koder.
public-language-nn = nynorska
public-language-nb = bokmål
public-language-en = engelska
public-language-da = danska
public-language-sv = svenska
