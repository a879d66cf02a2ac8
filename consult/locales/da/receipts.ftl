# Kvitteringen: det hver bidragyder får tilbage, på sit eget skriftsprog. Ord der også står i tilbagemeldingen, er i feedback.ftl.

receipt-title = Kvittering for dit bidrag
receipt-title-group_note = Kvittering for noterne fra bordet
receipt-title-organisation = Kvittering for bidraget fra { $who }
receipt-lead = Tak for bidraget. Her ser du, hvad vi læste, hvor det blev af, og hvad myndigheden svarer.
receipt-code = Kvitteringskode: { $code }
receipt-code-keep = Gem koden. Med den finder du denne side igen.
receipt-code-where = Skriv koden på { $address }.
receipt-code-later = Skriv koden på »Find dit bidrag«, hvor tilbagemeldingen er lagt ud.
receipt-received = Dette modtog vi
receipt-received-as = Bidrag { $number }: { $who }
receipt-received-file = Modtaget som: { $path }
receipt-received-date = Dato: { $date }
receipt-read = Bidraget er læst: { $passages ->
    [0] Vi fandt ingen udsagn i det.
    [one] Vi fandt ét udsagn i det.
   *[other] Vi fandt { $passages } udsagn i det.
 }
receipt-characters = { $all } tegn: { $said } i udsagn, { $aside } lagt til side.
receipt-unreadable = Bidraget kom ind, men vi kunne ikke læse det. { $reason } Det er talt med som modtaget, men er ikke med i svarene.
receipt-unreadable-next = Kontakt os, så finder vi en måde at få det med på.
receipt-withheld = Bidraget er modtaget og læst. Det bliver ikke lagt ud, og er talt med som ét bidrag. Din kvittering har du fået for sig.
receipt-text = Bidraget som det er skrevet
receipt-text-note = Det vi læste som udsagn, er mærket. Tallet efter fører til, hvor udsagnet blev af.
receipt-text-note-public = Det vi læste som udsagn, er mærket. Tallet efter fører til, hvor udsagnet blev af. Personoplysninger er taget ud.
receipt-where = Hvor det blev af
receipt-where-none = Ingen udsagn gik videre.
receipt-statement = Udsagn { $number }
receipt-theme-label = Tema
receipt-on = Gælder: { $targets }
receipt-own-place = Udsagn { $number } gælder først og fremmest { $target }.
receipt-quoted = Udsagn { $number } er citeret i konklusionen:
receipt-counted = Udsagn { $number } er talt med i konklusionen:
receipt-not-reflected = Udsagn { $number } er med i temaet, men ingen konklusion siger det, det siger. Grund: { $reason }
receipt-alike = { $count ->
    [one] Udsagn { $number } er ens eller næsten ens med et udsagn i et andet bidrag eller et andet sted i dette.
   *[other] Udsagn { $number } er ens eller næsten ens med { $count } andre udsagn.
 }
receipt-answer = Myndighedens svar
receipt-not-answered = Endnu ikke besvaret om { $target }.
receipt-aside = Det vi lagde til side, og hvorfor
receipt-aside-none = Vi lagde ikke noget til side.
receipt-aside-caption = Tekst i bidraget som ikke er regnet som bidrag
receipt-column-text = Tekst
receipt-column-why = Grund
receipt-aside-person = { $reason }, afgjort af et menneske
receipt-aside-blank = { $count ->
    [0] { "" }
    [one] Desuden er der ét mellemrum eller listetegn.
   *[other] Desuden er der { $count } mellemrum og listetegn.
 }
receipt-misread = Har vi læst dig forkert?
receipt-whole = Læs hele tilbagemeldingen
receipt-draft = Udkast – svarene er ikke endelige.

public-title = Svar på bidragene
public-start = Startsiden
public-report = Den interne rapport
public-feedback = Tilbagemeldingen
public-feedback-in = Tilbagemeldingen på { $language }
public-find = Find dit bidrag
public-find-text = Har du fået en kvitteringskode? Med den finder du, hvad vi læste i dit bidrag, hvor det blev af, og hvad svaret er.
public-files = For dem der vil regne efter
public-files-text = Tabellerne bag svarene, uden personoplysninger. Hver række har det samme kendemærke som i tilbagemeldingen.
public-contributions = Bidragene med mærkede udsagn
public-edition = Udgave { $number }, { $date }
public-find-title = Find dit bidrag med kvitteringskoden
public-find-how = Sådan gør du
public-find-how-text = Koden står i det brev, du fik. Den har fem grupper med fire tegn, sådan: { $example }
public-find-noscript = Uden script: Skriv koden med store bogstaver og bindestreger i browserens adresse i stedet for »index.html«, med .html efter, sådan: { $example }.html
public-find-label = Kvitteringskode
public-find-button = Vis kvitteringen
public-find-wrong = Dette er ikke en kvitteringskode. Se efter, om et tegn er forkert eller mangler.
public-find-lost = Har du mistet koden? Spørg { $contact }.
public-find-lost-none = Har du mistet koden? Spørg dem der modtog bidraget.
public-find-privacy = Ingen kan se din kode her, og siden har ingen liste over koder.
public-language-nn = nynorsk
public-language-nb = bokmål
public-language-en = engelsk
public-language-da = dansk
public-language-sv = svensk
