# Kvitteringa: det kvar bidragsytar får tilbake, på sitt eige skriftspråk. Orda som òg står i tilbakemeldinga, er i feedback.ftl.

receipt-title = Kvittering for innspelet ditt
receipt-title-group_note = Kvittering for notatet frå bordet
receipt-title-organisation = Kvittering for innspelet frå { $who }
receipt-lead = Takk for innspelet. Her ser du kva vi las, kvar det gjekk, og kva styresmakta svarar.
receipt-code = Kvitteringskode: { $code }
receipt-code-keep = Ta vare på koden. Med han finn du denne sida att.
receipt-code-where = Skriv koden inn på { $address }.
receipt-code-later = Skriv koden inn på «Finn innspelet ditt» der tilbakemeldinga er lagd ut.
receipt-received = Dette tok vi imot
receipt-received-as = Innspel { $number }: { $who }
receipt-received-file = Motteke som: { $path }
receipt-received-date = Dato: { $date }
receipt-read = Innspelet er lese: { $passages ->
    [0] Vi fann ingen utsegner i det.
    [one] Vi fann éi utsegn i det.
   *[other] Vi fann { $passages } utsegner i det.
 }
receipt-characters = { $all } teikn: { $said } i utsegner, { $aside } lagde til side.
receipt-unreadable = Innspelet kom inn, men vi kunne ikkje lese det. { $reason } Det er talt med som motteke, men er ikkje med i svara.
receipt-unreadable-next = Ta kontakt, så finn vi ein måte å få det med på.
receipt-withheld = Innspelet er motteke og lese. Det blir ikkje lagt ut, og er talt med som eitt innspel. Kvitteringa di har du fått for seg.
receipt-text = Innspelet slik det er skrive
receipt-text-note = Det vi las som utsegner, er merkt. Talet bak fører til kvar utsegna gjekk.
receipt-text-note-public = Det vi las som utsegner, er merkt. Talet bak fører til kvar utsegna gjekk. Personopplysningar er tekne ut.
receipt-where = Kvar det gjekk
receipt-where-none = Ingen utsegner gjekk vidare.
receipt-statement = Utsegn { $number }
receipt-theme-label = Tema
receipt-on = Gjeld: { $targets }
receipt-own-place = Utsegn { $number } gjeld først og fremst { $target }.
receipt-quoted = Utsegn { $number } er sitert i konklusjonen:
receipt-counted = Utsegn { $number } er talt med i konklusjonen:
receipt-not-reflected = Utsegn { $number } er med i temaet, men ingen konklusjon seier det ho seier. Grunn: { $reason }
receipt-alike = { $count ->
    [one] Utsegn { $number } er lik eller nesten lik ei utsegn i eit anna innspel eller ein annan stad i dette.
   *[other] Utsegn { $number } er lik eller nesten lik { $count } andre utsegner.
 }
receipt-answer = Svar frå styresmakta
receipt-not-answered = Ikkje svara enno om { $target }.
receipt-aside = Det vi la til side, og kvifor
receipt-aside-none = Vi la ikkje noko til side.
receipt-aside-caption = Tekst i innspelet som ikkje er rekna som innspel
receipt-column-text = Tekst
receipt-column-why = Grunn
receipt-aside-person = { $reason }, avgjort av eit menneske
receipt-aside-blank = { $count ->
    [0] { "" }
    [one] I tillegg er det eitt mellomrom eller listeteikn.
   *[other] I tillegg er det { $count } mellomrom og listeteikn.
 }
receipt-misread = Har vi lese deg feil?
receipt-whole = Les heile tilbakemeldinga
receipt-draft = Utkast – svara er ikkje endelege.

public-title = Svar på innspela
public-start = Startsida
public-report = Den interne rapporten
public-feedback = Tilbakemeldinga
public-feedback-in = Tilbakemeldinga på { $language }
public-find = Finn innspelet ditt
public-find-text = Har du fått ein kvitteringskode? Med han finn du kva vi las i innspelet ditt, kvar det gjekk, og kva svaret er.
public-files = For dei som vil rekne etter
public-files-text = Tabellane under svara, utan personopplysningar. Kvar rad har det same kjennemerket som i tilbakemeldinga.
public-contributions = Innspela med merkte utsegner
public-edition = Utgåve { $number }, { $date }
public-find-title = Finn innspelet ditt med kvitteringskoden
public-find-how = Slik gjer du
public-find-how-text = Koden står i brevet du fekk. Han har fem grupper med fire teikn, slik: { $example }
public-find-noscript = Utan skript: Skriv koden med store bokstavar og bindestrekar inn i adressa i nettlesaren, i staden for «index.html», og .html bak, slik: { $example }.html
public-find-label = Kvitteringskode
public-find-button = Vis kvitteringa
public-find-wrong = Dette er ikkje ein kvitteringskode. Sjå etter om eit teikn er feil eller manglar.
public-find-lost = Har du mista koden? Spør { $contact }.
public-find-lost-none = Har du mista koden? Spør den som tok imot innspelet.
public-find-privacy = Ingen kan sjå koden din her, og sida har inga liste over kodar.
public-language-nn = nynorsk
public-language-nb = bokmål
public-language-en = engelsk
public-language-da = dansk
public-language-sv = svensk
