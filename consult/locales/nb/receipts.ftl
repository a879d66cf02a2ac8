# Kvitteringen: det hver bidragsyter får tilbake, på sitt eget skriftspråk. Ord som også står i tilbakemeldingen, er i feedback.ftl.

receipt-title = Kvittering for innspillet ditt
receipt-title-group_note = Kvittering for notatet fra bordet
receipt-title-organisation = Kvittering for innspillet fra { $who }
receipt-lead = Takk for innspillet. Her ser du hva vi leste, hvor det gikk, og hva myndigheten svarer.
receipt-code = Kvitteringskode: { $code }
receipt-code-keep = Ta vare på koden. Med den finner du denne siden igjen.
receipt-code-where = Skriv koden inn på { $address }.
receipt-code-later = Skriv koden inn på «Finn innspillet ditt» der tilbakemeldingen er lagt ut.
receipt-received = Dette tok vi imot
receipt-received-as = Innspill { $number }: { $who }
receipt-received-file = Mottatt som: { $path }
receipt-received-date = Dato: { $date }
receipt-read = Innspillet er lest: { $passages ->
    [0] Vi fant ingen utsagn i det.
    [one] Vi fant ett utsagn i det.
   *[other] Vi fant { $passages } utsagn i det.
 }
receipt-characters = { $all } tegn: { $said } i utsagn, { $aside } lagt til side.
receipt-unreadable = Innspillet kom inn, men vi kunne ikke lese det. { $reason } Det er talt med som mottatt, men er ikke med i svarene.
receipt-unreadable-next = Ta kontakt, så finner vi en måte å få det med på.
receipt-withheld = Innspillet er mottatt og lest. Det blir ikke lagt ut, og er talt med som ett innspill. Kvitteringen din har du fått for seg.
receipt-text = Innspillet slik det er skrevet
receipt-text-note = Det vi leste som utsagn, er merket. Tallet bak fører til hvor utsagnet gikk.
receipt-text-note-public = Det vi leste som utsagn, er merket. Tallet bak fører til hvor utsagnet gikk. Personopplysninger er tatt ut.
receipt-where = Hvor det gikk
receipt-where-none = Ingen utsagn gikk videre.
receipt-statement = Utsagn { $number }
receipt-theme-label = Tema
receipt-on = Gjelder: { $targets }
receipt-own-place = Utsagn { $number } gjelder først og fremst { $target }.
receipt-quoted = Utsagn { $number } er sitert i konklusjonen:
receipt-counted = Utsagn { $number } er talt med i konklusjonen:
receipt-not-reflected = Utsagn { $number } er med i temaet, men ingen konklusjon sier det det sier. Grunn: { $reason }
receipt-alike = { $count ->
    [one] Utsagn { $number } er likt eller nesten likt et utsagn i et annet innspill eller et annet sted i dette.
   *[other] Utsagn { $number } er likt eller nesten likt { $count } andre utsagn.
 }
receipt-answer = Svar fra myndigheten
receipt-not-answered = Ikke svart ennå om { $target }.
receipt-aside = Det vi la til side, og hvorfor
receipt-aside-none = Vi la ikke noe til side.
receipt-aside-caption = Tekst i innspillet som ikke er regnet som innspill
receipt-column-text = Tekst
receipt-column-why = Grunn
receipt-aside-person = { $reason }, avgjort av et menneske
receipt-aside-blank = { $count ->
    [0] { "" }
    [one] I tillegg er det ett mellomrom eller listetegn.
   *[other] I tillegg er det { $count } mellomrom og listetegn.
 }
receipt-misread = Har vi lest deg feil?
receipt-whole = Les hele tilbakemeldingen
receipt-draft = Utkast – svarene er ikke endelige.

public-title = Svar på innspillene
public-start = Startsiden
public-report = Den interne rapporten
public-feedback = Tilbakemeldingen
public-feedback-in = Tilbakemeldingen på { $language }
public-find = Finn innspillet ditt
public-find-text = Har du fått en kvitteringskode? Med den finner du hva vi leste i innspillet ditt, hvor det gikk, og hva svaret er.
public-files = For dem som vil regne etter
public-files-text = Tabellene under svarene, uten personopplysninger. Hver rad har det samme kjennemerket som i tilbakemeldingen.
public-contributions = Innspillene med merkede utsagn
public-edition = Utgave { $number }, { $date }
public-find-title = Finn innspillet ditt med kvitteringskoden
public-find-how = Slik gjør du
public-find-how-text = Koden står i brevet du fikk. Den har fem grupper med fire tegn, slik: { $example }
public-find-noscript = Uten skript: Skriv koden med store bokstaver og bindestreker inn i adressen i nettleseren, i stedet for «index.html», og .html bak, slik: { $example }.html
public-find-label = Kvitteringskode
public-find-button = Vis kvitteringen
public-find-wrong = Dette er ikke en kvitteringskode. Se etter om et tegn er feil eller mangler.
public-find-lost = Har du mistet koden? Spør { $contact }.
public-find-lost-none = Har du mistet koden? Spør den som tok imot innspillet.
public-find-privacy = Ingen kan se koden din her, og siden har ingen liste over koder.
public-language-nn = nynorsk
public-language-nb = bokmål
public-language-en = engelsk
public-language-da = dansk
public-language-sv = svensk
