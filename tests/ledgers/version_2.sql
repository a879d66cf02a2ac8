BEGIN TRANSACTION;
CREATE TABLE citations (
    conclusion_id TEXT NOT NULL REFERENCES conclusions, passage_id TEXT NOT NULL REFERENCES passages,
    source_id TEXT NOT NULL REFERENCES sources, start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL,
    prefix TEXT NOT NULL, suffix TEXT NOT NULL, shown INTEGER NOT NULL,
    PRIMARY KEY (conclusion_id, passage_id, start)
) WITHOUT ROWID;
INSERT INTO "citations" VALUES('c-051f783384ae','p-88f57ecdc759','s-8b789a71e55c',16,40,'Vi treng kurs i nettbank','Kva meiner du?

','.',1);
INSERT INTO "citations" VALUES('c-0f698da565f2','p-155e5b8be8a2','s-36a8ba0026c0',6,89,'Eg har sendt innspel tre gonger og aldri fått svar. Det burde vere ei plikt å svare','Hei,

','.

Kurset på biblioteket var bra',1);
INSERT INTO "citations" VALUES('c-0f698da565f2','p-923acd220f3a','s-dd09adde011a',200,250,'Gratis kurs på biblioteket for dei som treng hjelp','r sluttar folk å skrive

Kurs
- ','
- Kurs må haldast fleire gonger',0);
INSERT INTO "citations" VALUES('c-0f698da565f2','p-a4caae1ca375','s-dd09adde011a',253,289,'Kurs må haldast fleire gonger i året','teket for dei som treng hjelp
- ','
',1);
INSERT INTO "citations" VALUES('c-6c950609374f','p-74ca3b5bc63d','s-36a8ba0026c0',92,143,'Kurset på biblioteket var bra, men det var for kort','t burde vere ei plikt å svare.

','.

Helsing Kari
',1);
INSERT INTO "citations" VALUES('c-987a3cc606ad','p-158f2273804a','s-dd09adde011a',164,191,'difor sluttar folk å skrive','om vart gjort med innspelet
  - ','

Kurs
- Gratis kurs på bibliote',0);
INSERT INTO "citations" VALUES('c-987a3cc606ad','p-8d8ebdbcc7ec','s-dd09adde011a',114,159,'Ingen fortel kva som vart gjort med innspelet','nspelet vårt innan to månader
- ','
  - difor sluttar folk å skrive',1);
INSERT INTO "citations" VALUES('c-987a3cc606ad','p-db1fb33dc738','s-dd09adde011a',62,111,'Vi vil ha svar på innspelet vårt innan to månader','m deltakarar

Svar på innspel
- ','
- Ingen fortel kva som vart gjo',1);
INSERT INTO "citations" VALUES('c-ec4009085677','p-d9e6e2f21fbd','s-3ebcb611ed9f',40,44,'Takk','er du?

Svar folk!

Noko anna?

','',1);
INSERT INTO "citations" VALUES('c-f7efe6248b59','p-3abe0bda7f52','s-3ebcb611ed9f',16,26,'Svar folk!','Kva meiner du?

','

Noko anna?

Takk',1);
CREATE TABLE conclusions (
    conclusion_id TEXT PRIMARY KEY, theme_id TEXT NOT NULL REFERENCES themes, target TEXT NOT NULL,
    language TEXT NOT NULL, text TEXT NOT NULL, how TEXT NOT NULL, status TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "conclusions" VALUES('c-051f783384ae','t-a666b448204b','1','nn','Eitt innspel, frå éin privatperson, gjeld nettbank: «Vi treng kurs i nettbank».','extracted','proposed');
INSERT INTO "conclusions" VALUES('c-0f698da565f2','t-51eef43e992f','1','nn','Eitt bord og éin privatperson tek opp gonger i året, mellom anna: «Kurs må haldast fleire gonger i året» og «Eg har sendt innspel tre gonger og aldri fått svar. Det burde vere ei plikt å svare».','extracted','proposed');
INSERT INTO "conclusions" VALUES('c-6c950609374f','t-6d8b28e2675a','T1','nn','Eitt innspel, frå éin privatperson, gjeld kurset på biblioteket: «Kurset på biblioteket var bra, men det var for kort».','extracted','proposed');
INSERT INTO "conclusions" VALUES('c-987a3cc606ad','t-f4107d48e1c3','T1','nn','Eitt bord seier mellom anna: «Ingen fortel kva som vart gjort med innspelet» og «Vi vil ha svar på innspelet vårt innan to månader».','extracted','proposed');
INSERT INTO "conclusions" VALUES('c-ec4009085677','t-41e1b6a824ee','T1','nn','Eitt innspel, frå éin privatperson: «Takk».','extracted','proposed');
INSERT INTO "conclusions" VALUES('c-f7efe6248b59','t-7e0e4de4904e','T1','nn','Eitt innspel, frå éin privatperson: «Svar folk!»','extracted','proposed');
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY, role TEXT NOT NULL, time TEXT NOT NULL, act TEXT NOT NULL, objects TEXT NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL, reason TEXT NOT NULL, previous TEXT NOT NULL, sha256 TEXT NOT NULL
);
INSERT INTO "decisions" VALUES(1,'coordinator','2026-05-28T20:26:40Z','rename','["t-f4107d48e1c3"]','{"themes":{"t-f4107d48e1c3":{"keywords":["sluttar","innspel","dialog"],"passages":{"p-158f2273804a":"w-e19603835122","p-8d8ebdbcc7ec":"w-8b1581466f98","p-db1fb33dc738":"w-a65e5835aebc"},"title":"Månader"}}}','{"title":"Eit nytt namn"}','','','a53c8213a4707e574eaadc0f7c98c18f4447a88b02ca13a8f66827af5375b6b5');
INSERT INTO "decisions" VALUES(2,'coordinator','2026-05-28T20:26:40Z','merge','["t-51eef43e992f","t-2b2f14b20e7d"]','{"themes":{"t-2b2f14b20e7d":{"keywords":["innspel","svare"],"passages":{"p-155e5b8be8a2":"w-6be6e678c93a"},"title":"Gonger"},"t-51eef43e992f":{"keywords":["biblioteket","haldast","dialog"],"passages":{"p-923acd220f3a":"w-4adc84ce765e","p-a4caae1ca375":"w-ce2418e57cf6"},"title":"Gonger i året"}}}','{}','','a53c8213a4707e574eaadc0f7c98c18f4447a88b02ca13a8f66827af5375b6b5','8da37e92f6cd310349edea3b8c50524de23d854272769fec9733e307c8ff822e');
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "meta" VALUES('consultation','../liten');
CREATE TABLE not_reflected (
    passage_id TEXT PRIMARY KEY REFERENCES passages, theme_id TEXT NOT NULL REFERENCES themes, reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE passages (
    passage_id TEXT PRIMARY KEY, source_id TEXT NOT NULL REFERENCES sources, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, voice TEXT NOT NULL,
    theme_id TEXT NOT NULL REFERENCES themes, duplicate_of TEXT NOT NULL, page INTEGER, context TEXT NOT NULL,
    CHECK (0 <= start AND start < "end")
) WITHOUT ROWID;
INSERT INTO "passages" VALUES('p-155e5b8be8a2','s-36a8ba0026c0',6,90,'Eg har sendt innspel tre gonger og aldri fått svar. Det burde vere ei plikt å svare.','nn','individual','t-51eef43e992f','',NULL,'{"after":"Kurset på biblioteket var bra, men det var for kort.","before":"","document":"","headings":[],"parent":"","question":""}');
INSERT INTO "passages" VALUES('p-158f2273804a','s-dd09adde011a',164,191,'difor sluttar folk å skrive','nn','group_note','t-f4107d48e1c3','',NULL,'{"after":"","before":"Ingen fortel kva som vart gjort med innspelet","document":"Bord 2 – dialog","headings":["Bord 2 – dialog","Svar på innspel"],"parent":"Ingen fortel kva som vart gjort med innspelet","question":""}');
INSERT INTO "passages" VALUES('p-3abe0bda7f52','s-3ebcb611ed9f',16,26,'Svar folk!','nn','individual','t-7e0e4de4904e','',NULL,'{"after":"","before":"","document":"","headings":[],"parent":"","question":"Kva meiner du?"}');
INSERT INTO "passages" VALUES('p-74ca3b5bc63d','s-36a8ba0026c0',92,144,'Kurset på biblioteket var bra, men det var for kort.','nn','individual','t-6d8b28e2675a','',NULL,'{"after":"","before":"Eg har sendt innspel tre gonger og aldri fått svar. Det burde vere ei plikt å svare.","document":"","headings":[],"parent":"","question":""}');
INSERT INTO "passages" VALUES('p-88f57ecdc759','s-8b789a71e55c',16,41,'Vi treng kurs i nettbank.','nn','individual','t-a666b448204b','',NULL,'{"after":"","before":"","document":"","headings":[],"parent":"","question":"Kva meiner du?"}');
INSERT INTO "passages" VALUES('p-8d8ebdbcc7ec','s-dd09adde011a',114,159,'Ingen fortel kva som vart gjort med innspelet','nn','group_note','t-f4107d48e1c3','',NULL,'{"after":"difor sluttar folk å skrive","before":"Vi vil ha svar på innspelet vårt innan to månader","document":"Bord 2 – dialog","headings":["Bord 2 – dialog","Svar på innspel"],"parent":"","question":""}');
INSERT INTO "passages" VALUES('p-923acd220f3a','s-dd09adde011a',200,250,'Gratis kurs på biblioteket for dei som treng hjelp','nn','group_note','t-51eef43e992f','',NULL,'{"after":"Kurs må haldast fleire gonger i året","before":"","document":"Bord 2 – dialog","headings":["Bord 2 – dialog","Kurs"],"parent":"","question":""}');
INSERT INTO "passages" VALUES('p-a4caae1ca375','s-dd09adde011a',253,289,'Kurs må haldast fleire gonger i året','nn','group_note','t-51eef43e992f','',NULL,'{"after":"","before":"Gratis kurs på biblioteket for dei som treng hjelp","document":"Bord 2 – dialog","headings":["Bord 2 – dialog","Kurs"],"parent":"","question":""}');
INSERT INTO "passages" VALUES('p-d9e6e2f21fbd','s-3ebcb611ed9f',40,44,'Takk','nn','individual','t-41e1b6a824ee','',NULL,'{"after":"","before":"","document":"","headings":[],"parent":"","question":"Noko anna?"}');
INSERT INTO "passages" VALUES('p-db1fb33dc738','s-dd09adde011a',62,111,'Vi vil ha svar på innspelet vårt innan to månader','nn','group_note','t-f4107d48e1c3','',NULL,'{"after":"Ingen fortel kva som vart gjort med innspelet","before":"","document":"Bord 2 – dialog","headings":["Bord 2 – dialog","Svar på innspel"],"parent":"","question":""}');
CREATE TABLE placements (
    passage_id TEXT NOT NULL, theme_id TEXT NOT NULL REFERENCES themes, kind TEXT NOT NULL, target TEXT NOT NULL,
    score REAL NOT NULL, probability REAL NOT NULL, decided_by TEXT NOT NULL, evidence TEXT NOT NULL,
    runner_up TEXT NOT NULL, PRIMARY KEY (theme_id, passage_id, kind, target)
) WITHOUT ROWID;
INSERT INTO "placements" VALUES('','t-41e1b6a824ee','commitment','1',0.2538,0.3856,'machine','tyding -0.05','T1');
INSERT INTO "placements" VALUES('','t-41e1b6a824ee','new_topic','T1',0.4656,0.5887,'machine','tyding -0.05','1');
INSERT INTO "placements" VALUES('p-d9e6e2f21fbd','t-41e1b6a824ee','commitment','1',0.2538,0.3856,'machine','tyding -0.05','T1');
INSERT INTO "placements" VALUES('p-d9e6e2f21fbd','t-41e1b6a824ee','new_topic','T1',0.4656,0.5887,'machine','tyding -0.05','1');
INSERT INTO "placements" VALUES('','t-51eef43e992f','commitment','1',0.8599,0.8878,'machine','tyding 0.18','T1');
INSERT INTO "placements" VALUES('p-155e5b8be8a2','t-51eef43e992f','new_topic','T1',0.7451,0.8051,'machine','deler orda innspel; tyding -0.06','1');
INSERT INTO "placements" VALUES('p-923acd220f3a','t-51eef43e992f','commitment','1',0.8593,0.8874,'machine','står under «Kurs»; tyding 0.28','T1');
INSERT INTO "placements" VALUES('p-a4caae1ca375','t-51eef43e992f','commitment','1',0.8604,0.8882,'machine','står under «Kurs»; tyding 0.08','T1');
INSERT INTO "placements" VALUES('','t-6d8b28e2675a','commitment','1',0.443,0.5691,'machine','tyding 0.07','T1');
INSERT INTO "placements" VALUES('','t-6d8b28e2675a','new_topic','T1',0.4451,0.571,'machine','tyding -0.07','1');
INSERT INTO "placements" VALUES('p-74ca3b5bc63d','t-6d8b28e2675a','commitment','1',0.443,0.5691,'machine','tyding 0.07','T1');
INSERT INTO "placements" VALUES('p-74ca3b5bc63d','t-6d8b28e2675a','new_topic','T1',0.4451,0.571,'machine','tyding -0.07','1');
INSERT INTO "placements" VALUES('','t-7e0e4de4904e','new_topic','T1',0.8935,0.9123,'machine','tyding 0.28','1');
INSERT INTO "placements" VALUES('p-3abe0bda7f52','t-7e0e4de4904e','new_topic','T1',0.8935,0.9123,'machine','tyding 0.28','1');
INSERT INTO "placements" VALUES('','t-a666b448204b','commitment','1',0.4752,0.5968,'machine','tyding 0.09','T1');
INSERT INTO "placements" VALUES('','t-a666b448204b','new_topic','T1',0.3226,0.4574,'machine','tyding -0.04','1');
INSERT INTO "placements" VALUES('p-88f57ecdc759','t-a666b448204b','commitment','1',0.4752,0.5968,'machine','tyding 0.09','T1');
INSERT INTO "placements" VALUES('p-88f57ecdc759','t-a666b448204b','new_topic','T1',0.3226,0.4574,'machine','tyding -0.04','1');
INSERT INTO "placements" VALUES('','t-f4107d48e1c3','new_topic','T1',1.0,0.9998,'machine','deler orda innspelet, innspel; tyding 0.56','1');
INSERT INTO "placements" VALUES('p-158f2273804a','t-f4107d48e1c3','new_topic','T1',0.9999,0.9998,'machine','deler orda innspel; står under «Svar på innspel»; tyding 0.35','1');
INSERT INTO "placements" VALUES('p-8d8ebdbcc7ec','t-f4107d48e1c3','new_topic','T1',1.0,0.9998,'machine','deler orda innspelet; står under «Svar på innspel»; tyding 0.66','1');
INSERT INTO "placements" VALUES('p-db1fb33dc738','t-f4107d48e1c3','new_topic','T1',1.0,0.9998,'machine','deler orda innspelet; står under «Svar på innspel»; tyding 0.66','1');
CREATE TABLE proposed_passages (
    passage_id TEXT PRIMARY KEY, source_id TEXT NOT NULL REFERENCES sources, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, language TEXT NOT NULL, voice TEXT NOT NULL, theme_id TEXT NOT NULL,
    duplicate_of TEXT NOT NULL, page INTEGER, context TEXT NOT NULL, vector BLOB NOT NULL
) WITHOUT ROWID;
INSERT INTO "proposed_passages" VALUES('p-155e5b8be8a2','s-36a8ba0026c0',6,90,'nn','individual','t-2b2f14b20e7d','',NULL,'{"after":"Kurset på biblioteket var bra, men det var for kort.","before":"","document":"","headings":[],"parent":"","question":""}',X'4AB42FBD00000000B5EA13BC9D2F51BC23A14CBD69301ABE06DB7E3E4460A5BC7E620ABD446025BCEBB5B2BDCC4584BD00000000000000003551BA3CB765F7BC5C70ADBCA69E02BD3662663E5AFB293EBBAE86BC2FB8373E9079673ED0A0B63CFD0BC33C2D214F3EDEF875BDBACD4C3E0000000004EB9BBCABB681BD3252C5BD00000000B050A3BDCCA04CBDD60BBF3C9A033EBD8066A0BD00000000000000007625D93E2230493C04EB1BBC3DB8F03EA3A5A0BC73E707BE4AB42FBD446025BC05FFBEBD00000000C4E5C2BDD99061BD0000000000000000000000000000000050A1103E41C70FBD3DB8703ED69EEFBD6A51263E000000003DB8703E9A033EBD');
INSERT INTO "proposed_passages" VALUES('p-158f2273804a','s-dd09adde011a',164,191,'nn','group_note','t-f4107d48e1c3','',NULL,'{"after":"","before":"Ingen fortel kva som vart gjort med innspelet","document":"Bord 2 – dialog","headings":["Bord 2 – dialog","Svar på innspel"],"parent":"Ingen fortel kva som vart gjort med innspelet","question":""}',X'826C20BD00000000544306BC67E03DBC99BD39BDC9290DBE44CC8EBD501C96BC8783FEBC501C16BC587ED03E7C5E72BD0000000000000000483C18BD8B8FE0BCE06D9DBC0620EDBC20A709BD78B447BC2C8074BC55029ABDEB462A3EC13D9FBC094614BD7A055FBD8A87A73C2F8766BD0000000091868DBC41FFCA3C3BA6F23E0000000060D4283BAE95F23CD61616BDE07CE33E219891BD00000000000000000ED6BABD71CAD6BD91860DBC184048BD70D191BC8660EF3C826C20BD501C16BC416225BC0000000035E8B0BDD9FC4EBD000000000000000000000000000000003E53E1BDBBE57ABE1840C8BC90F8D9BD7A40BABD000000001840C8BCE07CE33E');
INSERT INTO "proposed_passages" VALUES('p-3abe0bda7f52','s-3ebcb611ed9f',16,26,'nn','individual','t-7e0e4de4904e','',NULL,'{"after":"","before":"","document":"","headings":[],"parent":"","question":"Kva meiner du?"}',X'97C402BD000000001F0AFEBB4E0620BE63B82FBDEE12D5BD6BFF4FBD2E038EBC061BA7BC2E030EBC9F3D8BBD421733BD000000000000000015A2DDBC3272D4BCAAEF94BC2855E0BCF37BCABC084364BD714F67BC4A6A71BDE3FCC2BC84C40B3F8E902FBEC47BA23D97C402BD5C1B3DBD00000000FEE385BC976E00BE58FD65BD00000000F70748BD9887BEBC7D92D9BC7B9FAF3D812C293F0000000000000000595775BDE69397BDFEE305BC5B7A03BD96F389BC212D483D97C402BD2E030EBC4E4A54BD00000000FE5CA7BD429E11BD00000000000000000000000000000000F041B4BD4ECF99BE5B7A83BC0CB6C3BD349C88BD000000005B7A83BC8DB906BD');
INSERT INTO "proposed_passages" VALUES('p-74ca3b5bc63d','s-36a8ba0026c0',92,144,'nn','individual','t-6d8b28e2675a','',NULL,'{"after":"","before":"Eg har sendt innspel tre gonger og aldri fått svar. Det burde vere ei plikt å svare.","document":"","headings":[],"parent":"","question":""}',X'215835BD00000000D9711ABCF66A5ABC02A955BD4D461EBE3C5A933EA9ACACBC8AC80CBDA9AC2CBC3F1AB9BD4A9587BD000000000000000026FF8A3E622801BDD817B5BC5E6208BD85A2773C84E735BD5AA08CBC11DF02BDAAEE843C1E7247BEFD908B3EA56404BCDB5E78BD4CB533BC000000008ECCA2BCFD01DD3E4E4EC8BD000000004F4BA6BDB0334DBD274E8B3EEC6843BDAD7AA7BD0000000000000000EF64923B1E5A023F8ECC22BC9727523D9ABCA7BC152509BE215835BDA9AC2CBCAF57C1BD00000000B17FCBBD717766BD00000000000000000000000000000000744492BD0D24793E9727D23C6923F9BDFB9B48BD000000009727D23CEC6843BD');
INSERT INTO "proposed_passages" VALUES('p-88f57ecdc759','s-8b789a71e55c',16,41,'nn','individual','t-a666b448204b','',NULL,'{"after":"","before":"","document":"","headings":[],"parent":"","question":"Kva meiner du?"}',X'61A91DBD00000000832419BC36AE22BE16E3003F857200BE45C67ABDFA37ABBCF278C9BCFA372BBC7DE0A7BD31EC57BD0000000000000000699B05BD9F1100BDFE90B3BC023C07BD8320F4BC629A89BDD6708BBC448891BDC816EBBCFCD4AB3EA06A35BE757E923D61A91DBDA1FF63BD000000002F6DA1BC65D81ABE05A58ABD00000000622B71BDC4B6E5BCB62803BDF455A23D3511A6BD000000000000000025E693BD4CC0B6BD2F6D21BC86841EBD9452A6BC6A880E3D61A91DBDFA372BBC26F37FBD000000007BC8C9BDE5902FBD0000000000000000000000000000000096ECE53EE2A0453E86849EBC2744E13E93B4A4BD0000000086849EBCAA6E22BD');
INSERT INTO "proposed_passages" VALUES('p-8d8ebdbcc7ec','s-dd09adde011a',114,159,'nn','group_note','t-f4107d48e1c3','',NULL,'{"after":"difor sluttar folk å skrive","before":"Vi vil ha svar på innspelet vårt innan to månader","document":"Bord 2 – dialog","headings":["Bord 2 – dialog","Svar på innspel"],"parent":"","question":""}',X'ACC96A3C00000000C701E3BBA68420BC8E051DBDDA41A3BDCA4088BD2ECD7DBCF3F7FBBC2ECDFDBB3F4615B96DF965BD0000000000000000304911BDE8D6BDBC761685BC1076C8BC5DD902BDA5994F3E45B24EBCEB1CA1BC71451E3E25371F3DC4EF0DBD623A0BBBA1796F3E365D51BD000000004E496FBCDBF38C3D10B08B3E000000007E00603E0B68773EB3780FBDA1C0FF3C572A76BD0000000000000000BDF7B8BDEF5ECFBD4E49EFBB703F46BD3D8B76BCC75A013FACC96A3C2ECDFDBBC16E503E00000000D18D95BD431048BD0000000000000000000000000000000073EDCEBD67A90FBF703FC6BC8D382EBDDB3BB1BD00000000703FC6BCA1C0FF3C');
INSERT INTO "proposed_passages" VALUES('p-923acd220f3a','s-dd09adde011a',200,250,'nn','group_note','t-51eef43e992f','',NULL,'{"after":"Kurs må haldast fleire gonger i året","before":"","document":"Bord 2 – dialog","headings":["Bord 2 – dialog","Kurs"],"parent":"","question":""}',X'847E22BD000000005A490BBC1CFB44BCB1B040BDEF96813EA4518EBD21BA9BBCAEB2903E21BA1BBC1231A6BDC90C9B3C0000000000000000E3B617BD77F6E8BCCB51A3BC4BFFF5BC636009BDD086B0BD17A67DBC92179BBD991356BE4F13A4BEB19A13BDD6015EBD6FC95BBD09BA69BD0000000026D292BC53918D3EA4CCB1BD0000000098DE93BDE7DA34BDE37C15BD61BE2EBDAF0A97BD0000000000000000CA593FBC6B18563E26D212BCB5E344BD234697BCE4A2F2BD847E22BD21BA1BBC80016B3E00000000AF86B7BDDC75E43C0000000000000000000000000000000016E14E3EFFE71E3FB5E3C4BC1129E0BD4B3550BC00000000B5E3C4BC61BE2EBD');
INSERT INTO "proposed_passages" VALUES('p-a4caae1ca375','s-dd09adde011a',253,289,'nn','group_note','t-51eef43e992f','',NULL,'{"after":"","before":"Gratis kurs på biblioteket for dei som treng hjelp","document":"Bord 2 – dialog","headings":["Bord 2 – dialog","Kurs"],"parent":"","question":""}',X'FE1820BD00000000585206BCA2F53DBC5ED239BD28D6AD3E02468EBD1A2D96BC59360D3D1A2D16BC34ABA2BD4486B43E0000000000000000E2AC17BDA7A8E0BC7B7F9DBC8A3AEDBC7E2A09BD565EB3BD839B74BCCF9A99BD7D3658BE9F9E743C32B613BDEF2C5EBDDD8861BDF11466BD0000000064968DBCF6A362BE5CA7B4BD00000000C66395BD97FD3BBD348715BD22512DBD68A891BD0000000000000000BD3DA43EBDFD1FBD64960DBC6F3E47BDBEE191BC7244F9BDFE1820BD1A2D16BCAE59A4BC00000000FCFBB0BDF7F2B83E0000000000000000000000000000000082C635BD9260EE3E6F3EC7BC34DED9BDA451A43E000000006F3EC7BC22512DBD');
INSERT INTO "proposed_passages" VALUES('p-d9e6e2f21fbd','s-3ebcb611ed9f',40,44,'nn','individual','t-41e1b6a824ee','',NULL,'{"after":"","before":"","document":"","headings":[],"parent":"","question":"Noko anna?"}',X'A3F3E8BC000000005246E2BB4AA5073EE4831CBD4FC9BDBDD34339BD97FB7CBC8ED794BC97FBFCBB920B78BD74841FBD0000000000000000FB68C5BC243ABDBC90A884BC86D0C7BC9E5AB4BC77504BBD95074EBCB30757BD4CADADBCA91C26BEAD9BF33D60C51ABEA3F3E8BC517028BD00000000B4836EBC59CAE4BD6FDA4CBD00000000452B32BDBDB4A9BC02CBC1BC56EB14BE0E5F75BD0000000000000000EA865ABDE20287BDB483EEBB6F37EABCA6BF75BC188F36BEA3F3E8BC97FBFCBB9C163DBD000000005B27583FFDB301BD000000000000000000000000000000007D8EA0BDD7FF88BE6F376ABC3852AEBDF05B73BD000000006F376ABC2300F0BC');
INSERT INTO "proposed_passages" VALUES('p-db1fb33dc738','s-dd09adde011a',62,111,'nn','group_note','t-f4107d48e1c3','',NULL,'{"after":"Ingen fortel kva som vart gjort med innspelet","before":"","document":"Bord 2 – dialog","headings":["Bord 2 – dialog","Svar på innspel"],"parent":"","question":""}',X'89779C3E00000000302E06BC80C23DBC5AA039BD3B38573E91058ABDAD0496BCA83FF3BCAD0416BCE689A0BD9AA66ABD0000000000000000A12213BD2E6CE0BC16559DBCAEFAECBCB53205BD1B619ABCAB5974BC44938A3E9B350E3E9F86993E022D0FBD7E31953E2632503C250462BD0000000047708DBCB44CB13E79539FBC000000006FF3A8BB661BB33C87FD10BD723729BD338191BD00000000000000000991B2BDFEDFCEBD47700DBC13633FBD79BA91BC1C8BB73E89779C3EAD0416BC65DC86BC0000000059CCB0BD884A47BD000000000000000000000000000000007039DCBD8C11A8BE1363BFBCC518743EEB2AB4BD000000001363BFBC723729BD');
CREATE TABLE proposed_placements (
    passage_id TEXT NOT NULL, theme_id TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, score REAL NOT NULL,
    probability REAL NOT NULL, decided_by TEXT NOT NULL, evidence TEXT NOT NULL, runner_up TEXT NOT NULL,
    PRIMARY KEY (theme_id, passage_id, kind, target)
) WITHOUT ROWID;
INSERT INTO "proposed_placements" VALUES('','t-2b2f14b20e7d','new_topic','T1',0.7451,0.8051,'machine','deler orda innspel; tyding -0.06','1');
INSERT INTO "proposed_placements" VALUES('p-155e5b8be8a2','t-2b2f14b20e7d','new_topic','T1',0.7451,0.8051,'machine','deler orda innspel; tyding -0.06','1');
INSERT INTO "proposed_placements" VALUES('','t-41e1b6a824ee','commitment','1',0.2538,0.3856,'machine','tyding -0.05','T1');
INSERT INTO "proposed_placements" VALUES('','t-41e1b6a824ee','new_topic','T1',0.4656,0.5887,'machine','tyding -0.05','1');
INSERT INTO "proposed_placements" VALUES('p-d9e6e2f21fbd','t-41e1b6a824ee','commitment','1',0.2538,0.3856,'machine','tyding -0.05','T1');
INSERT INTO "proposed_placements" VALUES('p-d9e6e2f21fbd','t-41e1b6a824ee','new_topic','T1',0.4656,0.5887,'machine','tyding -0.05','1');
INSERT INTO "proposed_placements" VALUES('','t-51eef43e992f','commitment','1',0.8599,0.8878,'machine','tyding 0.18','T1');
INSERT INTO "proposed_placements" VALUES('p-923acd220f3a','t-51eef43e992f','commitment','1',0.8593,0.8874,'machine','står under «Kurs»; tyding 0.28','T1');
INSERT INTO "proposed_placements" VALUES('p-a4caae1ca375','t-51eef43e992f','commitment','1',0.8604,0.8882,'machine','står under «Kurs»; tyding 0.08','T1');
INSERT INTO "proposed_placements" VALUES('','t-6d8b28e2675a','commitment','1',0.443,0.5691,'machine','tyding 0.07','T1');
INSERT INTO "proposed_placements" VALUES('','t-6d8b28e2675a','new_topic','T1',0.4451,0.571,'machine','tyding -0.07','1');
INSERT INTO "proposed_placements" VALUES('p-74ca3b5bc63d','t-6d8b28e2675a','commitment','1',0.443,0.5691,'machine','tyding 0.07','T1');
INSERT INTO "proposed_placements" VALUES('p-74ca3b5bc63d','t-6d8b28e2675a','new_topic','T1',0.4451,0.571,'machine','tyding -0.07','1');
INSERT INTO "proposed_placements" VALUES('','t-7e0e4de4904e','new_topic','T1',0.8935,0.9123,'machine','tyding 0.28','1');
INSERT INTO "proposed_placements" VALUES('p-3abe0bda7f52','t-7e0e4de4904e','new_topic','T1',0.8935,0.9123,'machine','tyding 0.28','1');
INSERT INTO "proposed_placements" VALUES('','t-a666b448204b','commitment','1',0.4752,0.5968,'machine','tyding 0.09','T1');
INSERT INTO "proposed_placements" VALUES('','t-a666b448204b','new_topic','T1',0.3226,0.4574,'machine','tyding -0.04','1');
INSERT INTO "proposed_placements" VALUES('p-88f57ecdc759','t-a666b448204b','commitment','1',0.4752,0.5968,'machine','tyding 0.09','T1');
INSERT INTO "proposed_placements" VALUES('p-88f57ecdc759','t-a666b448204b','new_topic','T1',0.3226,0.4574,'machine','tyding -0.04','1');
INSERT INTO "proposed_placements" VALUES('','t-f4107d48e1c3','new_topic','T1',1.0,0.9998,'machine','deler orda innspelet, innspel; tyding 0.56','1');
INSERT INTO "proposed_placements" VALUES('p-158f2273804a','t-f4107d48e1c3','new_topic','T1',0.9999,0.9998,'machine','deler orda innspel; står under «Svar på innspel»; tyding 0.35','1');
INSERT INTO "proposed_placements" VALUES('p-8d8ebdbcc7ec','t-f4107d48e1c3','new_topic','T1',1.0,0.9998,'machine','deler orda innspelet; står under «Svar på innspel»; tyding 0.66','1');
INSERT INTO "proposed_placements" VALUES('p-db1fb33dc738','t-f4107d48e1c3','new_topic','T1',1.0,0.9998,'machine','deler orda innspelet; står under «Svar på innspel»; tyding 0.66','1');
CREATE TABLE proposed_themes (
    theme_id TEXT PRIMARY KEY, title TEXT NOT NULL, keywords TEXT NOT NULL, parent TEXT NOT NULL, status TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "proposed_themes" VALUES('t-2b2f14b20e7d','Gonger','innspel; svare','','proposed');
INSERT INTO "proposed_themes" VALUES('t-41e1b6a824ee','Takk','','','proposed');
INSERT INTO "proposed_themes" VALUES('t-51eef43e992f','Gonger i året','biblioteket; haldast; dialog','','proposed');
INSERT INTO "proposed_themes" VALUES('t-6d8b28e2675a','Kurset på biblioteket','','','proposed');
INSERT INTO "proposed_themes" VALUES('t-7e0e4de4904e','Svar folk!','','','proposed');
INSERT INTO "proposed_themes" VALUES('t-a666b448204b','Nettbank','','','proposed');
INSERT INTO "proposed_themes" VALUES('t-f4107d48e1c3','Månader','sluttar; innspel; dialog','','proposed');
CREATE TABLE response_log (
    number INTEGER PRIMARY KEY, role TEXT NOT NULL, time TEXT NOT NULL, theme_id TEXT NOT NULL, target TEXT NOT NULL,
    status TEXT NOT NULL, reason TEXT NOT NULL, responsible TEXT NOT NULL, next_step TEXT NOT NULL, date TEXT NOT NULL,
    previous TEXT NOT NULL, sha256 TEXT NOT NULL
);
INSERT INTO "response_log" VALUES(1,'coordinator','2026-05-28T20:26:40Z','t-f4107d48e1c3','T1','partly','Prøvd ut','','','','','e9e41d3fe213e3da472dcf0c42dfb5990bb4cbb53fbaf28782abc06b99eb7d71');
CREATE TABLE responses (
    theme_id TEXT NOT NULL, target TEXT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL,
    responsible TEXT NOT NULL, next_step TEXT NOT NULL, date TEXT NOT NULL, PRIMARY KEY (theme_id, target)
) WITHOUT ROWID;
INSERT INTO "responses" VALUES('t-f4107d48e1c3','T1','partly','Prøvd ut','','','');
CREATE TABLE run_heads (
    run_id TEXT PRIMARY KEY, how TEXT NOT NULL, decisions TEXT NOT NULL, response_log TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "run_heads" VALUES('r-1d8af3218c21','review','8da37e92f6cd310349edea3b8c50524de23d854272769fec9733e307c8ff822e','e9e41d3fe213e3da472dcf0c42dfb5990bb4cbb53fbaf28782abc06b99eb7d71');
INSERT INTO "run_heads" VALUES('r-43402e9fb668','review','8da37e92f6cd310349edea3b8c50524de23d854272769fec9733e307c8ff822e','');
INSERT INTO "run_heads" VALUES('r-48a224072304','review','a53c8213a4707e574eaadc0f7c98c18f4447a88b02ca13a8f66827af5375b6b5','');
INSERT INTO "run_heads" VALUES('r-a5e73d731704','run','','');
CREATE TABLE runs (
    number INTEGER PRIMARY KEY, run_id TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL, started TEXT NOT NULL,
    finished TEXT NOT NULL, inputs TEXT NOT NULL, settings TEXT NOT NULL, versions TEXT NOT NULL,
    counts TEXT NOT NULL, seconds TEXT NOT NULL
);
INSERT INTO "runs" VALUES(1,'r-a5e73d731704','2eb6690a188d4e769d3dd88cdff093784093d6158b2204ee042b3a6bd2bc08e7','2026-05-28T20:26:40Z','2026-05-28T20:26:40Z','{"bord2.md":"42030fdcdbeee40edba78dd78f2914a188b2eb5848c10fcd79488e73cc78ff45","brev.txt":"073a3ada74996f6bb0992820d203e8d306515d7e9062ed18cc3c126aa4908dcf","skjema.csv":"1afbc5503e4033dc10b8d601afd705513faaaa22b9469d5254e7ca090ec488d0","øydelagd.docx":"3c2d441141bc2c8f761ef41cbcf42b5fc4fe9399ca825e33ef818ae30503c1ca"}','{"events":[],"forms":[],"framework":{"framework_id":"test","language":"nn","source":"made up for tests","targets":[{"description":{"nn":"Kurs og rettleiing for dei som treng hjelp med digitale tenester."},"keywords":{},"kind":"commitment","status":"","target_id":"1","title":{"nn":"Digital opplæring"}},{"description":{"nn":"Dei som gir innspel, skal få svar på kva som vart gjort med innspelet."},"keywords":{},"kind":"new_topic","status":"","target_id":"T1","title":{"nn":"Svar på innspel"}}]},"granularity":0.0,"languages":["nn"],"model":"multilingual-e5-small","name":"liten","seed":2026,"title":{"nn":"liten"},"voices":[]}','{"code":"043cf661461a2eecb45d3548316019b56f5d2b372ba91f8e69163ee739c43dd8","consult":"0.1.0","hdbscan":"0.8.44","kreuzberg":"4.10.4","lingua-language-detector":"2.1.1","model":"hash hash-1","python":"3.11","scikit-learn":"1.9.1","sentence-transformers":"6.2.0","spacy":"3.8.18","torch":"2.13.0+cpu"}','{"conclude":{"in":10,"out":7,"remainder":0},"decide":{"in":0,"out":0,"remainder":0,"undone":0},"group":{"from_scratch":10,"in":10,"out":7,"remainder":0},"place":{"in":10,"out":10,"remainder":0},"read":{"files":4,"in":5,"out":4,"remainder":1},"split":{"characters":534,"characters_of_passages":382,"characters_set_aside":152,"in":4,"out":10,"remainder":26}}','{}');
INSERT INTO "runs" VALUES(2,'r-48a224072304','bf629d007e7dd1974540137690de8386dffb9b4cb4d92964e5a5b3bc770ab8f1','2026-05-28T20:26:40Z','2026-05-28T20:26:40Z','{"bord2.md":"42030fdcdbeee40edba78dd78f2914a188b2eb5848c10fcd79488e73cc78ff45","brev.txt":"073a3ada74996f6bb0992820d203e8d306515d7e9062ed18cc3c126aa4908dcf","skjema.csv":"1afbc5503e4033dc10b8d601afd705513faaaa22b9469d5254e7ca090ec488d0","øydelagd.docx":"3c2d441141bc2c8f761ef41cbcf42b5fc4fe9399ca825e33ef818ae30503c1ca"}','{"events":[],"forms":[],"framework":{"framework_id":"test","language":"nn","source":"made up for tests","targets":[{"description":{"nn":"Kurs og rettleiing for dei som treng hjelp med digitale tenester."},"keywords":{},"kind":"commitment","status":"","target_id":"1","title":{"nn":"Digital opplæring"}},{"description":{"nn":"Dei som gir innspel, skal få svar på kva som vart gjort med innspelet."},"keywords":{},"kind":"new_topic","status":"","target_id":"T1","title":{"nn":"Svar på innspel"}}]},"granularity":0.0,"languages":["nn"],"model":"multilingual-e5-small","name":"liten","seed":2026,"title":{"nn":"liten"},"voices":[]}','{"code":"043cf661461a2eecb45d3548316019b56f5d2b372ba91f8e69163ee739c43dd8","consult":"0.1.0","hdbscan":"0.8.44","kreuzberg":"4.10.4","lingua-language-detector":"2.1.1","model":"hash hash-1","python":"3.11","scikit-learn":"1.9.1","sentence-transformers":"6.2.0","spacy":"3.8.18","torch":"2.13.0+cpu"}','{"conclude":{"in":10,"out":7,"remainder":0},"decide":{"in":1,"out":1,"remainder":0,"undone":0},"group":{"from_scratch":10,"in":10,"out":7,"remainder":0},"place":{"in":10,"out":10,"remainder":0},"read":{"files":4,"in":5,"out":4,"remainder":1},"split":{"characters":534,"characters_of_passages":382,"characters_set_aside":152,"in":4,"out":10,"remainder":26}}','{}');
INSERT INTO "runs" VALUES(3,'r-43402e9fb668','71dbc201547d53cefae7659df6f5e7c3db6e1993e123eb468e5d58cfc69dccdc','2026-05-28T20:26:40Z','2026-05-28T20:26:40Z','{"bord2.md":"42030fdcdbeee40edba78dd78f2914a188b2eb5848c10fcd79488e73cc78ff45","brev.txt":"073a3ada74996f6bb0992820d203e8d306515d7e9062ed18cc3c126aa4908dcf","skjema.csv":"1afbc5503e4033dc10b8d601afd705513faaaa22b9469d5254e7ca090ec488d0","øydelagd.docx":"3c2d441141bc2c8f761ef41cbcf42b5fc4fe9399ca825e33ef818ae30503c1ca"}','{"events":[],"forms":[],"framework":{"framework_id":"test","language":"nn","source":"made up for tests","targets":[{"description":{"nn":"Kurs og rettleiing for dei som treng hjelp med digitale tenester."},"keywords":{},"kind":"commitment","status":"","target_id":"1","title":{"nn":"Digital opplæring"}},{"description":{"nn":"Dei som gir innspel, skal få svar på kva som vart gjort med innspelet."},"keywords":{},"kind":"new_topic","status":"","target_id":"T1","title":{"nn":"Svar på innspel"}}]},"granularity":0.0,"languages":["nn"],"model":"multilingual-e5-small","name":"liten","seed":2026,"title":{"nn":"liten"},"voices":[]}','{"code":"043cf661461a2eecb45d3548316019b56f5d2b372ba91f8e69163ee739c43dd8","consult":"0.1.0","hdbscan":"0.8.44","kreuzberg":"4.10.4","lingua-language-detector":"2.1.1","model":"hash hash-1","python":"3.11","scikit-learn":"1.9.1","sentence-transformers":"6.2.0","spacy":"3.8.18","torch":"2.13.0+cpu"}','{"conclude":{"in":10,"out":6,"remainder":0},"decide":{"in":2,"out":2,"remainder":0,"undone":0},"group":{"from_scratch":10,"in":10,"out":6,"remainder":0},"place":{"in":10,"out":10,"remainder":0},"read":{"files":4,"in":5,"out":4,"remainder":1},"split":{"characters":534,"characters_of_passages":382,"characters_set_aside":152,"in":4,"out":10,"remainder":26}}','{}');
INSERT INTO "runs" VALUES(4,'r-1d8af3218c21','6f62d9dbb7eff780dda1a73def0cf1b8c0717ee81f16cc0e7c0f3356305bd85a','2026-05-28T20:26:40Z','2026-05-28T20:26:40Z','{"bord2.md":"42030fdcdbeee40edba78dd78f2914a188b2eb5848c10fcd79488e73cc78ff45","brev.txt":"073a3ada74996f6bb0992820d203e8d306515d7e9062ed18cc3c126aa4908dcf","skjema.csv":"1afbc5503e4033dc10b8d601afd705513faaaa22b9469d5254e7ca090ec488d0","øydelagd.docx":"3c2d441141bc2c8f761ef41cbcf42b5fc4fe9399ca825e33ef818ae30503c1ca"}','{"events":[],"forms":[],"framework":{"framework_id":"test","language":"nn","source":"made up for tests","targets":[{"description":{"nn":"Kurs og rettleiing for dei som treng hjelp med digitale tenester."},"keywords":{},"kind":"commitment","status":"","target_id":"1","title":{"nn":"Digital opplæring"}},{"description":{"nn":"Dei som gir innspel, skal få svar på kva som vart gjort med innspelet."},"keywords":{},"kind":"new_topic","status":"","target_id":"T1","title":{"nn":"Svar på innspel"}}]},"granularity":0.0,"languages":["nn"],"model":"multilingual-e5-small","name":"liten","seed":2026,"title":{"nn":"liten"},"voices":[]}','{"code":"043cf661461a2eecb45d3548316019b56f5d2b372ba91f8e69163ee739c43dd8","consult":"0.1.0","hdbscan":"0.8.44","kreuzberg":"4.10.4","lingua-language-detector":"2.1.1","model":"hash hash-1","python":"3.11","scikit-learn":"1.9.1","sentence-transformers":"6.2.0","spacy":"3.8.18","torch":"2.13.0+cpu"}','{"conclude":{"in":10,"out":6,"remainder":0},"decide":{"in":2,"out":2,"remainder":0,"undone":0},"group":{"from_scratch":10,"in":10,"out":6,"remainder":0},"place":{"in":10,"out":10,"remainder":0},"read":{"files":4,"in":5,"out":4,"remainder":1},"split":{"characters":534,"characters_of_passages":382,"characters_set_aside":152,"in":4,"out":10,"remainder":26}}','{}');
CREATE TABLE seals (
    table_name TEXT NOT NULL, row_key TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (table_name, row_key)
) WITHOUT ROWID;
INSERT INTO "seals" VALUES('citations','c-051f783384ae|p-88f57ecdc759|s-8b789a71e55c','76cf45e1966afd34dbae292d479f7ecaab95747bf4f8e4c8a073ef27079c09fc');
INSERT INTO "seals" VALUES('citations','c-0f698da565f2|p-155e5b8be8a2|s-36a8ba0026c0','c7c00be8e443414e09dcaa45f86a7c27fa9cadb48cb3a0e1cb1c524b362860cc');
INSERT INTO "seals" VALUES('citations','c-0f698da565f2|p-923acd220f3a|s-dd09adde011a','034e9afd99de8cc3a7f697c3956b5f9213a70b181df5a386215bf9606fcd2d84');
INSERT INTO "seals" VALUES('citations','c-0f698da565f2|p-a4caae1ca375|s-dd09adde011a','7152ca623f3da546c1c14bdad26f6a847884a8ab0c86305c32d5ef53f78dbacc');
INSERT INTO "seals" VALUES('citations','c-6c950609374f|p-74ca3b5bc63d|s-36a8ba0026c0','e37f2ded491b49e6748e63094c1b1b96cc2e46c2bdb7bfbb1c977c37816a3ee7');
INSERT INTO "seals" VALUES('citations','c-987a3cc606ad|p-158f2273804a|s-dd09adde011a','ed4945fde3bacd71b9f2783e63c42e56e19078e23d79ae0bdf5a96046abca01c');
INSERT INTO "seals" VALUES('citations','c-987a3cc606ad|p-8d8ebdbcc7ec|s-dd09adde011a','2100a2a33471e53787419640b2c84c81327c7cec2f2bcbceb9e9c53aae293d76');
INSERT INTO "seals" VALUES('citations','c-987a3cc606ad|p-db1fb33dc738|s-dd09adde011a','47bc13b5bc12b82b637c0e6b4e210b444b787f57c20e0375c28288b5293c37c6');
INSERT INTO "seals" VALUES('citations','c-ec4009085677|p-d9e6e2f21fbd|s-3ebcb611ed9f','54a1a7adba58bf6a2e3a21e9c3a0deeef820fbca0ba8dbf1c2a11c4c26d0670e');
INSERT INTO "seals" VALUES('citations','c-f7efe6248b59|p-3abe0bda7f52|s-3ebcb611ed9f','a4e3eaf3265df8d87cfa1f5666851ce29089b1f98172992af56b070863227dd7');
INSERT INTO "seals" VALUES('conclusions','c-051f783384ae','959f2cbfecbf71edda87c7768fe0ad5118df8631c486cbf06db4ce7cfa4332c9');
INSERT INTO "seals" VALUES('conclusions','c-0f698da565f2','fbbd024cb447c2ca4aa9738b886eb75be1e0e05d390dfbf052071c2da9d86e29');
INSERT INTO "seals" VALUES('conclusions','c-6c950609374f','ac79966eb4df1feb72f89922c38952c85be845ee1e1850c206d4968fb953d9cb');
INSERT INTO "seals" VALUES('conclusions','c-987a3cc606ad','8c32fdb7d0f7005f956b9d90c019fdca6e2b2834945d571937678c9d32629032');
INSERT INTO "seals" VALUES('conclusions','c-ec4009085677','c40df74f7cecc904feaddb324f9a6653b6cd941d7943dd590b2765b7336fcdb5');
INSERT INTO "seals" VALUES('conclusions','c-f7efe6248b59','4242ec5577c663cef1b39a68b5f0e18684ae6da9d374a5cb49615f19f074ac90');
INSERT INTO "seals" VALUES('decisions','1','2a752462658793bd89b08e8d9b4ae67578089c24ebb1870f76857297faf35c3f');
INSERT INTO "seals" VALUES('decisions','2','d781364707a6c2d93f591e8c2dcf63c65cef23e891f2d2e7d06dd9e824376498');
INSERT INTO "seals" VALUES('meta','consultation','e66487d6206d74bb7a7191dc6142586d76319d786a772847d93390d57b990304');
INSERT INTO "seals" VALUES('passages','p-155e5b8be8a2','83be537f2f250a4c4e6dd0f46e49ca30c462fea749fe62e4dc900876b9f9a652');
INSERT INTO "seals" VALUES('passages','p-158f2273804a','30d132badcccef31a53d323d316dd5e92ad7e7f9387678c2b37b7ead905badba');
INSERT INTO "seals" VALUES('passages','p-3abe0bda7f52','ad96897442f0357b4b415e0f34c1c577491edcd7e59cc3a2e9e21b3400de3929');
INSERT INTO "seals" VALUES('passages','p-74ca3b5bc63d','b5fc9b6f7f65b34850dc96728e974b7bd883ddcb63e0f1e092a8ec37d65db13b');
INSERT INTO "seals" VALUES('passages','p-88f57ecdc759','8e80f07686af9845a14078967597b24483f04c1e0482d7762f6af012e36d624d');
INSERT INTO "seals" VALUES('passages','p-8d8ebdbcc7ec','621bad85c8ceeee6b1efa250c0fbf2870cd55de03f8b49e24ec58d951586abec');
INSERT INTO "seals" VALUES('passages','p-923acd220f3a','c3ed3e97269c89dc689551464957f72f60cc5348289de810932cd2cf778d6f03');
INSERT INTO "seals" VALUES('passages','p-a4caae1ca375','8462dac165669c93cfd4218c30806b81005bb4c6c5bc8413457c3d4b84ec32d7');
INSERT INTO "seals" VALUES('passages','p-d9e6e2f21fbd','4f3b2c2619312514c64acf9d84684b379c972dc90d993cf5246cac7912b257cc');
INSERT INTO "seals" VALUES('passages','p-db1fb33dc738','0513b367fb83bce9e1a69d7561c46d7f2b44d2da818074cf42a2161cb44001f7');
INSERT INTO "seals" VALUES('placements','p-155e5b8be8a2|t-51eef43e992f|new_topic|T1','25aa600ca8a89bdcd6302e7e55f5cbd996e360619b9e0daf438a129f1d7b052e');
INSERT INTO "seals" VALUES('placements','p-158f2273804a|t-f4107d48e1c3|new_topic|T1','3645468ec8f9caab20cd7e24557696f3a6514f44f7d93f04110cfb911bdf4a15');
INSERT INTO "seals" VALUES('placements','p-3abe0bda7f52|t-7e0e4de4904e|new_topic|T1','20bfe9797378595e68e222ae26ed7c4c78dc4d81e57736ceb0cb9bfb5a3f7334');
INSERT INTO "seals" VALUES('placements','p-74ca3b5bc63d|t-6d8b28e2675a|commitment|1','741353c4bcea9a9af98fb1c77cd8f739c8ea9c2eca738f8b7f797b648394762e');
INSERT INTO "seals" VALUES('placements','p-74ca3b5bc63d|t-6d8b28e2675a|new_topic|T1','c712b1079ec8b35e0366a4678d274cbd52f7f45f15706524510aaa247016fd15');
INSERT INTO "seals" VALUES('placements','p-88f57ecdc759|t-a666b448204b|commitment|1','10082257ade981a729d530af2e61a94a8161dcec605a1c7e89e9df10fd8959ba');
INSERT INTO "seals" VALUES('placements','p-88f57ecdc759|t-a666b448204b|new_topic|T1','296ac38feaa32e2ba66d19405ace37c6883e95dfe7f900315ae7254ebe55b3ff');
INSERT INTO "seals" VALUES('placements','p-8d8ebdbcc7ec|t-f4107d48e1c3|new_topic|T1','78d877c6c9367f4a887f55df5af2b614b3af62681db887a3806e71660e5695c4');
INSERT INTO "seals" VALUES('placements','p-923acd220f3a|t-51eef43e992f|commitment|1','70320c3eb352d7b47647d9b85f5f522578b599212004cb07ae25948c1dbdb2e0');
INSERT INTO "seals" VALUES('placements','p-a4caae1ca375|t-51eef43e992f|commitment|1','5d408dbfbb79313731329b86b0bb7a32f2b607c27bf992ef5805587b9cf358e0');
INSERT INTO "seals" VALUES('placements','p-d9e6e2f21fbd|t-41e1b6a824ee|commitment|1','e6740ffdf7fd80929968e072ac4385bdeb2619d83bb2deaf5a5e2163776ab33e');
INSERT INTO "seals" VALUES('placements','p-d9e6e2f21fbd|t-41e1b6a824ee|new_topic|T1','b4fdb7928c5ba04e4afcbc73565327da2ed8ca05988088f67b311e12518528a2');
INSERT INTO "seals" VALUES('placements','p-db1fb33dc738|t-f4107d48e1c3|new_topic|T1','49b9dc49e903f8fa934945834773608bed140dbf25ae2802f3c72bb5d2301758');
INSERT INTO "seals" VALUES('placements','|t-41e1b6a824ee|commitment|1','422a4c89d1e38ffff8687fcf7d08b9f74ffc6596b64aad037467b99a4e0faf5c');
INSERT INTO "seals" VALUES('placements','|t-41e1b6a824ee|new_topic|T1','598a2b3dea760ea9a96b71c881b65469357f439227dbbf746c50eeceac6bf386');
INSERT INTO "seals" VALUES('placements','|t-51eef43e992f|commitment|1','9e9bfc8f7dff464dbcbf5d75f7fb4172ebc494062e7a04636a6657c824bd1e37');
INSERT INTO "seals" VALUES('placements','|t-6d8b28e2675a|commitment|1','7180eaf4948aa9457884100867fa2023786e9e5bb7eb8b0cbbb008aa98e7a2ed');
INSERT INTO "seals" VALUES('placements','|t-6d8b28e2675a|new_topic|T1','09d3e51f5a9c6925a090de6131b418ddc252cbd4fffd482e1f153b4adde24365');
INSERT INTO "seals" VALUES('placements','|t-7e0e4de4904e|new_topic|T1','b3d4bc7f5874fae5a64967da3c9656c3b42cf18e6837075192abbb69822d8955');
INSERT INTO "seals" VALUES('placements','|t-a666b448204b|commitment|1','107a66e7e4550ddbf95c7544e6bac53527909e9943c73bf943a56dc4db42c936');
INSERT INTO "seals" VALUES('placements','|t-a666b448204b|new_topic|T1','b051217ac4c4bb3dc28de623b03f258f1d7ed3ed4e643e8cdfe0eda42095fba1');
INSERT INTO "seals" VALUES('placements','|t-f4107d48e1c3|new_topic|T1','8bf2a29c71c3601f5708148b027f66ec461b39545175f656d10da527df1cc668');
INSERT INTO "seals" VALUES('proposed_passages','p-155e5b8be8a2','a10a6b64325dbf248197f3d3be326068caad5ec3a49389f7f599b894148574a8');
INSERT INTO "seals" VALUES('proposed_passages','p-158f2273804a','73c852d5339f85900a366b7e5cc99d09c84bd34a52c2fe46afb7f0a49ff3c092');
INSERT INTO "seals" VALUES('proposed_passages','p-3abe0bda7f52','0c2bc1cffb85c242d5d006f2432f8435b1388490823aea6129fd64057b2a50f4');
INSERT INTO "seals" VALUES('proposed_passages','p-74ca3b5bc63d','1eebb99f7cb40217daf8628e2a53894ca8863a5c48a8b7ab56751807aec3fdda');
INSERT INTO "seals" VALUES('proposed_passages','p-88f57ecdc759','cae0265a423475efb744830f2286c757f0f9696b8ee60e5ef2e7eb8fea42d0d5');
INSERT INTO "seals" VALUES('proposed_passages','p-8d8ebdbcc7ec','9e4364817b486b59b4791ca35cf9db0b4b5a9925b875483f0a30f96bae85ce6b');
INSERT INTO "seals" VALUES('proposed_passages','p-923acd220f3a','a4fb7ac087a42fe3992f49ee8dda74f835cf5baa74ee6fd8f2f87d7dfc4827e0');
INSERT INTO "seals" VALUES('proposed_passages','p-a4caae1ca375','ca0efaa4a4215d9a39cc73a8a060728e2c78cfddf9d191e86fc5405d6b09afe4');
INSERT INTO "seals" VALUES('proposed_passages','p-d9e6e2f21fbd','97b39639afb5270d655f527a309ab63af782058bfe6eb96dd521d29ebb50ee32');
INSERT INTO "seals" VALUES('proposed_passages','p-db1fb33dc738','a6d96a11772f1a66d3416d33c45b087968e99122b35a1d493f0da783abfbedc1');
INSERT INTO "seals" VALUES('proposed_placements','p-155e5b8be8a2|t-2b2f14b20e7d|new_topic|T1','1e9d926c1b914ec6dc1145e48e37cd9591212d5a01cc151cb6caa9a7f9fc4873');
INSERT INTO "seals" VALUES('proposed_placements','p-158f2273804a|t-f4107d48e1c3|new_topic|T1','3645468ec8f9caab20cd7e24557696f3a6514f44f7d93f04110cfb911bdf4a15');
INSERT INTO "seals" VALUES('proposed_placements','p-3abe0bda7f52|t-7e0e4de4904e|new_topic|T1','20bfe9797378595e68e222ae26ed7c4c78dc4d81e57736ceb0cb9bfb5a3f7334');
INSERT INTO "seals" VALUES('proposed_placements','p-74ca3b5bc63d|t-6d8b28e2675a|commitment|1','741353c4bcea9a9af98fb1c77cd8f739c8ea9c2eca738f8b7f797b648394762e');
INSERT INTO "seals" VALUES('proposed_placements','p-74ca3b5bc63d|t-6d8b28e2675a|new_topic|T1','c712b1079ec8b35e0366a4678d274cbd52f7f45f15706524510aaa247016fd15');
INSERT INTO "seals" VALUES('proposed_placements','p-88f57ecdc759|t-a666b448204b|commitment|1','10082257ade981a729d530af2e61a94a8161dcec605a1c7e89e9df10fd8959ba');
INSERT INTO "seals" VALUES('proposed_placements','p-88f57ecdc759|t-a666b448204b|new_topic|T1','296ac38feaa32e2ba66d19405ace37c6883e95dfe7f900315ae7254ebe55b3ff');
INSERT INTO "seals" VALUES('proposed_placements','p-8d8ebdbcc7ec|t-f4107d48e1c3|new_topic|T1','78d877c6c9367f4a887f55df5af2b614b3af62681db887a3806e71660e5695c4');
INSERT INTO "seals" VALUES('proposed_placements','p-923acd220f3a|t-51eef43e992f|commitment|1','70320c3eb352d7b47647d9b85f5f522578b599212004cb07ae25948c1dbdb2e0');
INSERT INTO "seals" VALUES('proposed_placements','p-a4caae1ca375|t-51eef43e992f|commitment|1','5d408dbfbb79313731329b86b0bb7a32f2b607c27bf992ef5805587b9cf358e0');
INSERT INTO "seals" VALUES('proposed_placements','p-d9e6e2f21fbd|t-41e1b6a824ee|commitment|1','e6740ffdf7fd80929968e072ac4385bdeb2619d83bb2deaf5a5e2163776ab33e');
INSERT INTO "seals" VALUES('proposed_placements','p-d9e6e2f21fbd|t-41e1b6a824ee|new_topic|T1','b4fdb7928c5ba04e4afcbc73565327da2ed8ca05988088f67b311e12518528a2');
INSERT INTO "seals" VALUES('proposed_placements','p-db1fb33dc738|t-f4107d48e1c3|new_topic|T1','49b9dc49e903f8fa934945834773608bed140dbf25ae2802f3c72bb5d2301758');
INSERT INTO "seals" VALUES('proposed_placements','|t-2b2f14b20e7d|new_topic|T1','bc7661458666f5a5f6b3573564dd1a054ba68256257ea6ce37c764d0a8609be1');
INSERT INTO "seals" VALUES('proposed_placements','|t-41e1b6a824ee|commitment|1','422a4c89d1e38ffff8687fcf7d08b9f74ffc6596b64aad037467b99a4e0faf5c');
INSERT INTO "seals" VALUES('proposed_placements','|t-41e1b6a824ee|new_topic|T1','598a2b3dea760ea9a96b71c881b65469357f439227dbbf746c50eeceac6bf386');
INSERT INTO "seals" VALUES('proposed_placements','|t-51eef43e992f|commitment|1','9e9bfc8f7dff464dbcbf5d75f7fb4172ebc494062e7a04636a6657c824bd1e37');
INSERT INTO "seals" VALUES('proposed_placements','|t-6d8b28e2675a|commitment|1','7180eaf4948aa9457884100867fa2023786e9e5bb7eb8b0cbbb008aa98e7a2ed');
INSERT INTO "seals" VALUES('proposed_placements','|t-6d8b28e2675a|new_topic|T1','09d3e51f5a9c6925a090de6131b418ddc252cbd4fffd482e1f153b4adde24365');
INSERT INTO "seals" VALUES('proposed_placements','|t-7e0e4de4904e|new_topic|T1','b3d4bc7f5874fae5a64967da3c9656c3b42cf18e6837075192abbb69822d8955');
INSERT INTO "seals" VALUES('proposed_placements','|t-a666b448204b|commitment|1','107a66e7e4550ddbf95c7544e6bac53527909e9943c73bf943a56dc4db42c936');
INSERT INTO "seals" VALUES('proposed_placements','|t-a666b448204b|new_topic|T1','b051217ac4c4bb3dc28de623b03f258f1d7ed3ed4e643e8cdfe0eda42095fba1');
INSERT INTO "seals" VALUES('proposed_placements','|t-f4107d48e1c3|new_topic|T1','8bf2a29c71c3601f5708148b027f66ec461b39545175f656d10da527df1cc668');
INSERT INTO "seals" VALUES('proposed_themes','t-2b2f14b20e7d','ec04b092c97116250924c5a572dc506c3bd132efa3527d1690de34818a488e46');
INSERT INTO "seals" VALUES('proposed_themes','t-41e1b6a824ee','e5a848407ea886fd6b9692dd374c4480b5babe066c3cf1593c27b4d57c4d3eae');
INSERT INTO "seals" VALUES('proposed_themes','t-51eef43e992f','40a7d6744691112a9036d013e8e1bb8a527369c60f9457ba446a49998c7fd544');
INSERT INTO "seals" VALUES('proposed_themes','t-6d8b28e2675a','a70c09d4fcf914e49b3b502a3a4bfe73b55b6f7f2dfd152156f9813f102059ad');
INSERT INTO "seals" VALUES('proposed_themes','t-7e0e4de4904e','33ddaf02c947a96e3997df23cbfb6eb65a717a320d1ed5e837bdfce0c2c3c8a9');
INSERT INTO "seals" VALUES('proposed_themes','t-a666b448204b','597d76e8216ac36df5a4e8936a58b3f8d03d83c250498613c1fde9cdaab4d677');
INSERT INTO "seals" VALUES('proposed_themes','t-f4107d48e1c3','130e1dc9a295fb6f92a9413060e237667121e841ed9cdaa689b6a66bcdd171b6');
INSERT INTO "seals" VALUES('response_log','1','b403a60f07dee487d082b80756311cf8e32f1e044f41a3feb9ea4574157fc712');
INSERT INTO "seals" VALUES('responses','t-f4107d48e1c3|T1','2a7374bc9202491b3b23405fd33059950444b0adc7007e9624388185e4b76086');
INSERT INTO "seals" VALUES('run_heads','r-1d8af3218c21','7372b9d646c87556928a55a2349ad533f7694f76bd8807e698113018a222a80e');
INSERT INTO "seals" VALUES('run_heads','r-43402e9fb668','137c102b1cb3dc649c4ee2df3978d00fe5d3f074e85c8c76f9fefa8c99111454');
INSERT INTO "seals" VALUES('run_heads','r-48a224072304','f72faef972f60f65542222eb78729a11a8df9b1ba0ee0e0ef0603166c66cad99');
INSERT INTO "seals" VALUES('run_heads','r-a5e73d731704','e19b9662de92804433d473619213e0568ce670d66de90004208ef4e5c8eb55cb');
INSERT INTO "seals" VALUES('runs','r-1d8af3218c21','cca6538e27a1e59fe34485455493969019dde4ba07e7d9120230a7e003542cdf');
INSERT INTO "seals" VALUES('runs','r-43402e9fb668','ee95367457c989ebb9fc36d1cdbead02b192ebf09b0a3db43e1e67ba93a1b5f4');
INSERT INTO "seals" VALUES('runs','r-48a224072304','81655f4227e3ef23fdf6f053e78d1e34fc7f34d0dbdab8b84d290394271b2da5');
INSERT INTO "seals" VALUES('runs','r-a5e73d731704','476c39e9fadc7890f1270cbc81b76ab033be755db83c9af2fd47c40150baa7ac');
INSERT INTO "seals" VALUES('set_aside','s-36a8ba0026c0|0','684f060924b02a91456ed6537ace9087a0c79337676be4cc49d6292213e5bf5c');
INSERT INTO "seals" VALUES('set_aside','s-36a8ba0026c0|144','f4bf0fe2f60533e5cc2f853bb37af7f13673080959c42dfcbda9f3c0f93d9ac3');
INSERT INTO "seals" VALUES('set_aside','s-36a8ba0026c0|146','986cdc576919bf1d2e305aa0e591a060f8735c7460d6dec094c6b6c2ab9b64c1');
INSERT INTO "seals" VALUES('set_aside','s-36a8ba0026c0|158','466e31a8f99cffa6919c5f1e833238fcaa837ef3acba188b4408ecb250423812');
INSERT INTO "seals" VALUES('set_aside','s-36a8ba0026c0|4','a70a19ce2f7bae42fcc88b82ad37054bd87734c266d448b3adc17b99fcc586cb');
INSERT INTO "seals" VALUES('set_aside','s-36a8ba0026c0|90','2b0f403586ab84daff9d65d09d97cc53ae52f0e48504e602d01ee1a576dad591');
INSERT INTO "seals" VALUES('set_aside','s-3ebcb611ed9f|0','de0b9f003c12e367d64f0fa687ff18b83836692cfb0236e426d5b5eb5c4a60a6');
INSERT INTO "seals" VALUES('set_aside','s-3ebcb611ed9f|14','d22701847deb9b1b5de55fdb72752a7b95d9c22fadf48688b8ee53f2b2afbe40');
INSERT INTO "seals" VALUES('set_aside','s-3ebcb611ed9f|26','f646427d8ed53e6387c8c5f06102176fb71e87387f1d9eab82b7b78c79def566');
INSERT INTO "seals" VALUES('set_aside','s-3ebcb611ed9f|28','9855a7326c0d1d1d154834058e73561388ac10d7537f0daa37bbab837a66f2b4');
INSERT INTO "seals" VALUES('set_aside','s-3ebcb611ed9f|38','3dce28971fee12a1ada41d9029155656b01709c7720ce10f1548056622cf0e85');
INSERT INTO "seals" VALUES('set_aside','s-8b789a71e55c|0','89765b9c8afdeeb76154410fbd130a0cb763d8555f679c4b0cb2ff8aaf1a7b12');
INSERT INTO "seals" VALUES('set_aside','s-8b789a71e55c|14','32042bd4a89edca8292d5d10623f81a1bc0b972e6d877252335c75ac52b43fb3');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|0','029a3f04c68045a140d7f3fef0e09d03df32066587e623746fd29be6415ae050');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|111','61f4a18994818b9f1b8ef74d8b248d37968b942d2b060b069d9a4a93bfe3049b');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|15','07ef38a72e5be5f11607918ce65a14957862abf9042e032960b4afe2c17b866b');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|159','fcad7848b96c12263f623d65b4b1bb4882a6183df23a71c2217f2fc626ee4c8e');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|17','5f62eabba4e951b24340ade705d291feff8d7d036403effd7f9b75935d7e13cc');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|191','57c19b02233524f97aa2f84da8dc89b545a673d5608bc99c02e425cb9eca1dfa');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|193','ea693139a8c26e7bb3a3af3bce9795068093d4dbe8c6c4f6a95bedec863824c0');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|197','9bdbb6a1c24a20c3921b35f97cc160717140bc06a6dbe2b5d75261edfe9b67d7');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|250','7ee689805a72fb4d045aa3107e6f4ddfb2c21a9a5f3bedc8d5958ec9364baed0');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|289','1abb45b54998180d4307658e24ab9120a2d65c2fa844502845a599c9cae22ae9');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|42','34abe7616ef8cb00385f864a5b73522a1af3afb89125b13e57c004841a9dc820');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|44','26e6121222768f88f39d8474dc70d44283a97c1f6f6e9c91fcc65a8b74b40a39');
INSERT INTO "seals" VALUES('set_aside','s-dd09adde011a|59','321c9b2334aa4cc5345abddcbb8352f565d82d9ac99e81beffeaf44f7598ecce');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|passage|p-155e5b8be8a2','cfc1c5b0f8cc213c684921bae7012bcbef89b7093ac48b29d4fc08b7fe6c2fc9');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|passage|p-158f2273804a','0caef7600164a240088e78615ce3fd20ddab6bcccd2c71c5fea20c36c3df6cb7');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|passage|p-3abe0bda7f52','882cf381a35d7e9f105f772c24e122dfa5538aded3790e6dc9260b7587294d8b');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|passage|p-74ca3b5bc63d','cc920e9111ff0a27f9dc4b109cfa30956e8727a4009df9715bd4e3cb613a6667');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|passage|p-88f57ecdc759','771a1273b52b669dff2f54e6afe719176a54f1a12e4a528f50f0c390fd918ef5');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|passage|p-8d8ebdbcc7ec','74192906ca3d17b64c1f720954e940da71944c103198958a7e0aad7764200ca4');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|passage|p-923acd220f3a','ce278ce2d9da53b634445c17a83385e845637a1968f967ab1eebfc7ea25a0aaf');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|passage|p-a4caae1ca375','8d782cf2b1f856dfbaf8c8913a468597796e863a9611533716df527d38eb9dfb');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|passage|p-d9e6e2f21fbd','eb1ed33869bce49f2b6360a2d1de4f726fd1187f8d43ef662e55276e44a375e1');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|passage|p-db1fb33dc738','61d604d11e09420cfa62a10da9c179b61d2c04f37866e3c2632afa95ff1b2895');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|source|s-36a8ba0026c0','3538d58a3420043947f7a115592b6a42315de474b96852ca43376edf41b3fe31');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|source|s-3ebcb611ed9f','4d7253a6a3a5fac44017370f130fbbb608d1ead34a0251797b815f4a92bdd994');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|source|s-567537f161e6','01c6778cba22fde77c997133b3bc6e1cb89b9c2c01fbe9dba4d8cb1232496fa0');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|source|s-8b789a71e55c','4c5ed47a58a61668dc8abeb4d53dd0b667e94c9cb61ff49e24a3581f3fbd61fd');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|source|s-dd09adde011a','4a858348b6c1cd48cc75d96a958406637592da320f8be49c72c7dc6959f210d2');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|theme|t-41e1b6a824ee','eb4b1160a0bb037a131c1679369a937785769daffcefc9a500b0ddef21114144');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|theme|t-51eef43e992f','7fff909f8afe1af894dd0d83eca40b72ed80bcb47533a071200728e730816a3d');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|theme|t-6d8b28e2675a','8e297cd5ec333c5a967a141c7529410ca35617c603f03c9b0de63afe53c8b256');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|theme|t-7e0e4de4904e','bbc20b663b62fbbde6a58253c72c539fac6708c5a2fcea8fc6bb918577f12c8d');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|theme|t-a666b448204b','9c62af4e4705f27cbb340a4a80919907f1812a2a7f23a745a0c539af1b1e5e10');
INSERT INTO "seals" VALUES('snapshots','r-1d8af3218c21|theme|t-f4107d48e1c3','013ea2eae555e2a85ec224a0810674cd68b4e2a82a5401d79e69cc0948530700');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|passage|p-155e5b8be8a2','e714bc2fac83880c7bed36a75bdb36935c05fb7822e7497134fe4c025589d7c2');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|passage|p-158f2273804a','24d7ba2464e049caf330f304e1a9668d29bea899c9fdc7d7edd64de5440260c0');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|passage|p-3abe0bda7f52','1f794dfdeaa951b7d29f243878207cd87d025b05bc50e7cd5aa43898bf1431d2');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|passage|p-74ca3b5bc63d','a36fa866514625f8c1ec39234af51d37f8406fc367db0782cc5caf3dc371d5eb');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|passage|p-88f57ecdc759','84a664bb353ced88219f536f8aa659ca87cac193e7983c4ee150c9c9cb75f3e6');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|passage|p-8d8ebdbcc7ec','6e2acc0725fe98ce4d368721511c6ed36b25df671e3b69b9895376bf080523ce');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|passage|p-923acd220f3a','357e918f42544bd506f10cd9db85aa3827dd93d9e7b9ec1d1c6de35d699783ce');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|passage|p-a4caae1ca375','8e9fe8d3b9fff0cba22ed158f0f2185b5ac799d0d28b759bda9b9a6ae151103d');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|passage|p-d9e6e2f21fbd','c28f50fbd9475346c2625a06ce65896f1fa576cce9e2bac8d9b266a3efdee325');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|passage|p-db1fb33dc738','f2aefaf138657c0da41bdfa4d3768a1eb086999e93ba17b5afd591aae6945a23');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|source|s-36a8ba0026c0','06a706b5f4129cd32ee793c49e08f9c31031d4939e100b9c6fd630a32d3106cb');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|source|s-3ebcb611ed9f','5cb97cb691a6d79ed87279f6c72c58afbf680d48ac9b1af585b5cb032c135de0');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|source|s-567537f161e6','bec1b5721e67d7f548ff74dc9473cc7adeab8f3e63bca3a6b3ba6389e0ff11b0');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|source|s-8b789a71e55c','5ae19361cdaf21ab1916a80d5a623d9309717fdc2e21bcd876f279e087a52d8e');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|source|s-dd09adde011a','e2eb1cf66a7255461b9fbda5276d0bffb397f8881b1c84e9522ae04792798345');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|theme|t-2b2f14b20e7d','ef8d81378794ca9b752f41f2736769b18365889d28277ce0461f36ec772cb395');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|theme|t-41e1b6a824ee','548b742a27ce3c65d003abb6c1b8946e665b775e747d002c2c32c00bfa89e2ea');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|theme|t-51eef43e992f','3db30f1522026ded6356c22297d854f1c4bb06f97bf21bbe8079855db3ac1049');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|theme|t-6d8b28e2675a','a755df3441de3dee0cdbf791e56857efb8cdc43b52e1b79c7b16f133821293fe');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|theme|t-7e0e4de4904e','3a620caa04e06e6039d3d8a0b691738ddd366c527f19dc391ab4ab739dfc69cf');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|theme|t-a666b448204b','c2643d7b4b557fe0bf951efb3b623d449e51f93a17e817635dd17c120e7e2cd1');
INSERT INTO "seals" VALUES('snapshots','r-a5e73d731704|theme|t-f4107d48e1c3','12b9987aab96d895c1cb870aa38147b6576845d4cb77498e09c266eaa1facab4');
INSERT INTO "seals" VALUES('sources','s-36a8ba0026c0','d3fb22ecd00c49f24ced4f056e1112f1ad99dee1fa0667d45f503a5f02f07ff3');
INSERT INTO "seals" VALUES('sources','s-3ebcb611ed9f','1a50bf007daa625d4983361f2a0763e4c107c143932c8565a700cbd60efbde33');
INSERT INTO "seals" VALUES('sources','s-567537f161e6','0afedb3ec3227f3f333f203fe11cb16f24c1167ab5e3ac2a192104582555517f');
INSERT INTO "seals" VALUES('sources','s-8b789a71e55c','e85c4b58a4284045055d8d8d6ee905eeae402d0b7d79880571ad2d0a0ad50cb5');
INSERT INTO "seals" VALUES('sources','s-dd09adde011a','b052576560627270064cfcbd65c9d361e60aaf95643190433df87f9e3f82d95a');
INSERT INTO "seals" VALUES('themes','t-41e1b6a824ee','2fa0db6d470e8520b6abb0ffbb61e4b4aa17eb84ad7d8ebde1b86592282525f6');
INSERT INTO "seals" VALUES('themes','t-51eef43e992f','85cc5f9c83781206ae979db6a226e8dfde300393b7d16dc9ce0470edd4c73e6c');
INSERT INTO "seals" VALUES('themes','t-6d8b28e2675a','0827846254d81247383658ae1c113b7cafe1f8c8481753964e3798ac311539a5');
INSERT INTO "seals" VALUES('themes','t-7e0e4de4904e','9691096bac3350735733ad4f3ea1fdbc430eec3ccc4d913e3cb33260d5732630');
INSERT INTO "seals" VALUES('themes','t-a666b448204b','b49a82a6a9addd02109b4f86c4d499432f41a5c3fd8eb7d7cd498d0ccc9e5eae');
INSERT INTO "seals" VALUES('themes','t-f4107d48e1c3','d92ad163a5a71b09fa5aee64789b7ed306c9ce73726def0de2c55c5151a98096');
CREATE TABLE set_aside (
    source_id TEXT NOT NULL REFERENCES sources, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    reason TEXT NOT NULL, PRIMARY KEY (source_id, start)
) WITHOUT ROWID;
INSERT INTO "set_aside" VALUES('s-36a8ba0026c0',0,4,'Hei,','procedural');
INSERT INTO "set_aside" VALUES('s-36a8ba0026c0',4,6,'

','blank');
INSERT INTO "set_aside" VALUES('s-36a8ba0026c0',90,92,'

','blank');
INSERT INTO "set_aside" VALUES('s-36a8ba0026c0',144,146,'

','blank');
INSERT INTO "set_aside" VALUES('s-36a8ba0026c0',146,158,'Helsing Kari','contact');
INSERT INTO "set_aside" VALUES('s-36a8ba0026c0',158,159,'
','blank');
INSERT INTO "set_aside" VALUES('s-3ebcb611ed9f',0,14,'Kva meiner du?','heading');
INSERT INTO "set_aside" VALUES('s-3ebcb611ed9f',14,16,'

','blank');
INSERT INTO "set_aside" VALUES('s-3ebcb611ed9f',26,28,'

','blank');
INSERT INTO "set_aside" VALUES('s-3ebcb611ed9f',28,38,'Noko anna?','heading');
INSERT INTO "set_aside" VALUES('s-3ebcb611ed9f',38,40,'

','blank');
INSERT INTO "set_aside" VALUES('s-8b789a71e55c',0,14,'Kva meiner du?','heading');
INSERT INTO "set_aside" VALUES('s-8b789a71e55c',14,16,'

','blank');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',0,15,'Bord 2 – dialog','heading');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',15,17,'

','blank');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',17,42,'Til stede: fem deltakarar','procedural');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',42,44,'

','blank');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',44,59,'Svar på innspel','heading');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',59,62,'
- ','blank');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',111,114,'
- ','blank');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',159,164,'
  - ','blank');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',191,193,'

','blank');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',193,197,'Kurs','heading');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',197,200,'
- ','blank');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',250,253,'
- ','blank');
INSERT INTO "set_aside" VALUES('s-dd09adde011a',289,290,'
','blank');
CREATE TABLE snapshots (
    run_id TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, target TEXT NOT NULL,
    source_id TEXT NOT NULL, PRIMARY KEY (run_id, kind, id)
) WITHOUT ROWID;
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','passage','p-155e5b8be8a2','t-51eef43e992f','T1','s-36a8ba0026c0');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','passage','p-158f2273804a','t-f4107d48e1c3','T1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','passage','p-3abe0bda7f52','t-7e0e4de4904e','T1','s-3ebcb611ed9f');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','passage','p-74ca3b5bc63d','t-6d8b28e2675a','T1','s-36a8ba0026c0');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','passage','p-88f57ecdc759','t-a666b448204b','1','s-8b789a71e55c');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','passage','p-8d8ebdbcc7ec','t-f4107d48e1c3','T1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','passage','p-923acd220f3a','t-51eef43e992f','1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','passage','p-a4caae1ca375','t-51eef43e992f','1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','passage','p-d9e6e2f21fbd','t-41e1b6a824ee','T1','s-3ebcb611ed9f');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','passage','p-db1fb33dc738','t-f4107d48e1c3','T1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','source','s-36a8ba0026c0','brev.txt','read','s-36a8ba0026c0');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','source','s-3ebcb611ed9f','skjema.csv','read','s-3ebcb611ed9f');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','source','s-567537f161e6','øydelagd.docx','unreadable','s-567537f161e6');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','source','s-8b789a71e55c','skjema.csv','read','s-8b789a71e55c');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','source','s-dd09adde011a','bord2.md','read','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','theme','t-41e1b6a824ee','Takk','T1','');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','theme','t-51eef43e992f','Gonger i året','1','');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','theme','t-6d8b28e2675a','Kurset på biblioteket','T1','');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','theme','t-7e0e4de4904e','Svar folk!','T1','');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','theme','t-a666b448204b','Nettbank','1','');
INSERT INTO "snapshots" VALUES('r-1d8af3218c21','theme','t-f4107d48e1c3','Eit nytt namn','T1','');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','passage','p-155e5b8be8a2','t-2b2f14b20e7d','T1','s-36a8ba0026c0');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','passage','p-158f2273804a','t-f4107d48e1c3','T1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','passage','p-3abe0bda7f52','t-7e0e4de4904e','T1','s-3ebcb611ed9f');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','passage','p-74ca3b5bc63d','t-6d8b28e2675a','T1','s-36a8ba0026c0');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','passage','p-88f57ecdc759','t-a666b448204b','1','s-8b789a71e55c');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','passage','p-8d8ebdbcc7ec','t-f4107d48e1c3','T1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','passage','p-923acd220f3a','t-51eef43e992f','1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','passage','p-a4caae1ca375','t-51eef43e992f','1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','passage','p-d9e6e2f21fbd','t-41e1b6a824ee','T1','s-3ebcb611ed9f');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','passage','p-db1fb33dc738','t-f4107d48e1c3','T1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','source','s-36a8ba0026c0','brev.txt','read','s-36a8ba0026c0');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','source','s-3ebcb611ed9f','skjema.csv','read','s-3ebcb611ed9f');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','source','s-567537f161e6','øydelagd.docx','unreadable','s-567537f161e6');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','source','s-8b789a71e55c','skjema.csv','read','s-8b789a71e55c');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','source','s-dd09adde011a','bord2.md','read','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','theme','t-2b2f14b20e7d','Gonger','T1','');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','theme','t-41e1b6a824ee','Takk','T1','');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','theme','t-51eef43e992f','Gonger i året','1','');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','theme','t-6d8b28e2675a','Kurset på biblioteket','T1','');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','theme','t-7e0e4de4904e','Svar folk!','T1','');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','theme','t-a666b448204b','Nettbank','1','');
INSERT INTO "snapshots" VALUES('r-a5e73d731704','theme','t-f4107d48e1c3','Månader','T1','');
CREATE TABLE sources (
    source_id TEXT PRIMARY KEY, path TEXT NOT NULL, locator TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL,
    voice TEXT NOT NULL, contributor TEXT NOT NULL, language TEXT NOT NULL, characters INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('read', 'unreadable')), reason TEXT NOT NULL,
    title TEXT NOT NULL, event TEXT NOT NULL, date TEXT NOT NULL, occurrence INTEGER NOT NULL,
    text TEXT NOT NULL, blocks TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "sources" VALUES('s-36a8ba0026c0','brev.txt','','073a3ada74996f6bb0992820d203e8d306515d7e9062ed18cc3c126aa4908dcf','txt','individual','','nn',159,'read','','','','',0,'Hei,

Eg har sendt innspel tre gonger og aldri fått svar. Det burde vere ei plikt å svare.

Kurset på biblioteket var bra, men det var for kort.

Helsing Kari
','[[0,159,"lines",0,null,""]]');
INSERT INTO "sources" VALUES('s-3ebcb611ed9f','skjema.csv','row=3','478608fcdd7dcfae84940c64d6883109f8f5a785b0f3eb9968ae506e546fc022','csv','individual','','nn',44,'read','','','','2026-03-02',0,'Kva meiner du?

Svar folk!

Noko anna?

Takk','[[0,14,"question",0,null,""],[16,26,"answer",0,null,"Kva meiner du?"],[28,38,"question",0,null,""],[40,44,"answer",0,null,"Noko anna?"]]');
INSERT INTO "sources" VALUES('s-567537f161e6','øydelagd.docx','','3c2d441141bc2c8f761ef41cbcf42b5fc4fe9399ca825e33ef818ae30503c1ca','docx','individual','','nn',0,'unreadable','broken','','','',0,'','[]');
INSERT INTO "sources" VALUES('s-8b789a71e55c','skjema.csv','row=2','47906e0debb9775f91b7fad20b43010bf1a8b9bd3c6a7fa75b0d9b1b571c4d1c','csv','individual','','nn',41,'read','','','','2026-03-01',0,'Kva meiner du?

Vi treng kurs i nettbank.','[[0,14,"question",0,null,""],[16,41,"answer",0,null,"Kva meiner du?"]]');
INSERT INTO "sources" VALUES('s-dd09adde011a','bord2.md','','42030fdcdbeee40edba78dd78f2914a188b2eb5848c10fcd79488e73cc78ff45','md','group_note','','nn',290,'read','','Bord 2 – dialog','','',0,'Bord 2 – dialog

Til stede: fem deltakarar

Svar på innspel
- Vi vil ha svar på innspelet vårt innan to månader
- Ingen fortel kva som vart gjort med innspelet
  - difor sluttar folk å skrive

Kurs
- Gratis kurs på biblioteket for dei som treng hjelp
- Kurs må haldast fleire gonger i året
','[[0,290,"lines",0,null,""]]');
CREATE TABLE themes (
    theme_id TEXT PRIMARY KEY, title TEXT NOT NULL, keywords TEXT NOT NULL, passages INTEGER NOT NULL,
    sources INTEGER NOT NULL, voices TEXT NOT NULL, single_voice INTEGER NOT NULL, status TEXT NOT NULL,
    parent TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "themes" VALUES('t-41e1b6a824ee','Takk','',1,1,'individual 1',1,'proposed','');
INSERT INTO "themes" VALUES('t-51eef43e992f','Gonger i året','biblioteket; haldast; dialog',3,2,'group_note 1; individual 1',0,'proposed','');
INSERT INTO "themes" VALUES('t-6d8b28e2675a','Kurset på biblioteket','',1,1,'individual 1',1,'proposed','');
INSERT INTO "themes" VALUES('t-7e0e4de4904e','Svar folk!','',1,1,'individual 1',1,'proposed','');
INSERT INTO "themes" VALUES('t-a666b448204b','Nettbank','',1,1,'individual 1',1,'proposed','');
INSERT INTO "themes" VALUES('t-f4107d48e1c3','Eit nytt namn','sluttar; innspel; dialog',3,1,'group_note 1',1,'proposed','');
CREATE TABLE vectors (
    text_hash TEXT NOT NULL, model TEXT NOT NULL, vector BLOB NOT NULL, sha256 TEXT NOT NULL,
    PRIMARY KEY (model, text_hash)
) WITHOUT ROWID;
INSERT INTO "vectors" VALUES('01f23adb1bf5fc06e5a9a9dabaaf2acaa6dc6918ced7f2276c4592d334df1fcc','hash-1',X'00000000000000000000000000000000000000000000000000000000000000000000000000000000000000003ACD133F00000000000000000000000000000000000000000000000000000000000000000000000000000000000000003ACD133F000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003ACD133F0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000','b9230115c63145a536126d3a318891579c31ce776c875bab6ed635316cf5aee4');
INSERT INTO "vectors" VALUES('034ea08ab1bab548118d61e0aac5ea7f82e50e977876370f56f02afc30b0924f','hash-1',X'0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000803F000000000000000000000000000000000000000000000000','7f43dab18e67ef235a5ea8402fc0971e468bd75c046bf7467c561703924d5055');
CREATE INDEX passages_by_source ON passages (source_id);
CREATE INDEX passages_by_theme ON passages (theme_id);
CREATE INDEX placements_by_passage ON placements (passage_id);
CREATE INDEX citations_by_passage ON citations (passage_id);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT raise(ABORT, 'decisions are only ever added to'); END;
CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions BEGIN SELECT raise(ABORT, 'decisions are only ever added to'); END;
CREATE TRIGGER replies_stay BEFORE UPDATE ON response_log BEGIN SELECT raise(ABORT, 'replies are only ever added to'); END;
CREATE TRIGGER replies_remain BEFORE DELETE ON response_log BEGIN SELECT raise(ABORT, 'replies are only ever added to'); END;
COMMIT;
