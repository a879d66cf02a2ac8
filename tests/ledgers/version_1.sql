BEGIN TRANSACTION;
CREATE TABLE citations (
    conclusion_id TEXT NOT NULL REFERENCES conclusions, passage_id TEXT NOT NULL REFERENCES passages,
    source_id TEXT NOT NULL REFERENCES sources, start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL,
    prefix TEXT NOT NULL, suffix TEXT NOT NULL, shown INTEGER NOT NULL,
    PRIMARY KEY (conclusion_id, passage_id, start)
) WITHOUT ROWID;
INSERT INTO "citations" VALUES('c-051f783384ae','p-88f57ecdc759','s-8b789a71e55c',16,40,'Vi treng kurs i nettbank','Kva meiner du?

','.',1);
INSERT INTO "citations" VALUES('c-5a6b3f3a82e9','p-155e5b8be8a2','s-36a8ba0026c0',6,89,'Eg har sendt innspel tre gonger og aldri fått svar. Det burde vere ei plikt å svare','Hei,

','.

Kurset på biblioteket var bra',1);
INSERT INTO "citations" VALUES('c-65c34e11cdf2','p-923acd220f3a','s-dd09adde011a',200,250,'Gratis kurs på biblioteket for dei som treng hjelp','r sluttar folk å skrive

Kurs
- ','
- Kurs må haldast fleire gonger',1);
INSERT INTO "citations" VALUES('c-65c34e11cdf2','p-a4caae1ca375','s-dd09adde011a',253,289,'Kurs må haldast fleire gonger i året','teket for dei som treng hjelp
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
INSERT INTO "conclusions" VALUES('c-5a6b3f3a82e9','t-2b2f14b20e7d','T1','nn','Eitt innspel, frå éin privatperson, gjeld gonger: «Eg har sendt innspel tre gonger og aldri fått svar. Det burde vere ei plikt å svare».','extracted','proposed');
INSERT INTO "conclusions" VALUES('c-65c34e11cdf2','t-51eef43e992f','1','nn','Eitt bord seier: «Gratis kurs på biblioteket for dei som treng hjelp» og «Kurs må haldast fleire gonger i året».','extracted','proposed');
INSERT INTO "conclusions" VALUES('c-6c950609374f','t-6d8b28e2675a','T1','nn','Eitt innspel, frå éin privatperson, gjeld kurset på biblioteket: «Kurset på biblioteket var bra, men det var for kort».','extracted','proposed');
INSERT INTO "conclusions" VALUES('c-987a3cc606ad','t-f4107d48e1c3','T1','nn','Eitt bord seier mellom anna: «Ingen fortel kva som vart gjort med innspelet» og «Vi vil ha svar på innspelet vårt innan to månader».','extracted','proposed');
INSERT INTO "conclusions" VALUES('c-ec4009085677','t-41e1b6a824ee','T1','nn','Eitt innspel, frå éin privatperson: «Takk».','extracted','proposed');
INSERT INTO "conclusions" VALUES('c-f7efe6248b59','t-7e0e4de4904e','T1','nn','Eitt innspel, frå éin privatperson: «Svar folk!»','extracted','proposed');
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
INSERT INTO "passages" VALUES('p-155e5b8be8a2','s-36a8ba0026c0',6,90,'Eg har sendt innspel tre gonger og aldri fått svar. Det burde vere ei plikt å svare.','nn','individual','t-2b2f14b20e7d','',NULL,'{"after":"Kurset på biblioteket var bra, men det var for kort.","before":"","document":"","headings":[],"parent":"","question":""}');
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
INSERT INTO "placements" VALUES('','t-2b2f14b20e7d','new_topic','T1',0.7451,0.8051,'machine','deler orda innspel; tyding -0.06','1');
INSERT INTO "placements" VALUES('p-155e5b8be8a2','t-2b2f14b20e7d','new_topic','T1',0.7451,0.8051,'machine','deler orda innspel; tyding -0.06','1');
INSERT INTO "placements" VALUES('','t-41e1b6a824ee','commitment','1',0.2538,0.3856,'machine','tyding -0.05','T1');
INSERT INTO "placements" VALUES('','t-41e1b6a824ee','new_topic','T1',0.4656,0.5887,'machine','tyding -0.05','1');
INSERT INTO "placements" VALUES('p-d9e6e2f21fbd','t-41e1b6a824ee','commitment','1',0.2538,0.3856,'machine','tyding -0.05','T1');
INSERT INTO "placements" VALUES('p-d9e6e2f21fbd','t-41e1b6a824ee','new_topic','T1',0.4656,0.5887,'machine','tyding -0.05','1');
INSERT INTO "placements" VALUES('','t-51eef43e992f','commitment','1',0.8599,0.8878,'machine','tyding 0.18','T1');
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
CREATE TABLE responses (
    theme_id TEXT NOT NULL, target TEXT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL,
    responsible TEXT NOT NULL, next_step TEXT NOT NULL, date TEXT NOT NULL, PRIMARY KEY (theme_id, target)
) WITHOUT ROWID;
CREATE TABLE runs (
    number INTEGER PRIMARY KEY, run_id TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL, started TEXT NOT NULL,
    finished TEXT NOT NULL, inputs TEXT NOT NULL, settings TEXT NOT NULL, versions TEXT NOT NULL,
    counts TEXT NOT NULL, seconds TEXT NOT NULL
);
INSERT INTO "runs" VALUES(1,'r-3802e16f239d','720c2fedb04fb1a749578945de7681268a335abd866216cd6c70dc05345aa2ef','2026-05-28T20:26:40Z','2026-05-28T20:26:40Z','{"bord2.md":"42030fdcdbeee40edba78dd78f2914a188b2eb5848c10fcd79488e73cc78ff45","brev.txt":"073a3ada74996f6bb0992820d203e8d306515d7e9062ed18cc3c126aa4908dcf","skjema.csv":"1afbc5503e4033dc10b8d601afd705513faaaa22b9469d5254e7ca090ec488d0","øydelagd.docx":"3c2d441141bc2c8f761ef41cbcf42b5fc4fe9399ca825e33ef818ae30503c1ca"}','{"events":[],"forms":[],"framework":{"framework_id":"test","language":"nn","source":"made up for tests","targets":[{"description":{"nn":"Kurs og rettleiing for dei som treng hjelp med digitale tenester."},"keywords":{},"kind":"commitment","status":"","target_id":"1","title":{"nn":"Digital opplæring"}},{"description":{"nn":"Dei som gir innspel, skal få svar på kva som vart gjort med innspelet."},"keywords":{},"kind":"new_topic","status":"","target_id":"T1","title":{"nn":"Svar på innspel"}}]},"granularity":0.0,"languages":["nn"],"model":"multilingual-e5-small","name":"liten","seed":2026,"title":{"nn":"liten"},"voices":[]}','{"code":"e441452b7c5afc14ce0a930f976508bbd6fee2ce3bde743cadbcf3f1c291c5ef","consult":"0.1.0","hdbscan":"0.8.44","kreuzberg":"4.10.4","lingua-language-detector":"2.1.1","model":"hash hash-1","python":"3.11","scikit-learn":"1.9.1","sentence-transformers":"6.2.0","spacy":"3.8.18","torch":"2.13.0+cpu"}','{"conclude":{"in":10,"out":7,"remainder":0},"group":{"from_scratch":10,"in":10,"out":7,"remainder":0},"place":{"in":10,"out":10,"remainder":0},"read":{"files":4,"in":5,"out":4,"remainder":1},"split":{"characters":534,"characters_of_passages":382,"characters_set_aside":152,"in":4,"out":10,"remainder":26}}','{}');
CREATE TABLE seals (
    table_name TEXT NOT NULL, row_key TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (table_name, row_key)
) WITHOUT ROWID;
INSERT INTO "seals" VALUES('citations','c-051f783384ae|p-88f57ecdc759|s-8b789a71e55c','76cf45e1966afd34dbae292d479f7ecaab95747bf4f8e4c8a073ef27079c09fc');
INSERT INTO "seals" VALUES('citations','c-5a6b3f3a82e9|p-155e5b8be8a2|s-36a8ba0026c0','3df4d570df0543b97187439d77a3a3763b5466c25313a5eb17dc515064dedb51');
INSERT INTO "seals" VALUES('citations','c-65c34e11cdf2|p-923acd220f3a|s-dd09adde011a','6e5fa130f8ae7e4000e0e76e5cb4e837d0bfb05da910459dc78eb876b726fbdd');
INSERT INTO "seals" VALUES('citations','c-65c34e11cdf2|p-a4caae1ca375|s-dd09adde011a','fd649dc5e9ffd0f17a792534afe1c5c2e3e26b0dd6a4f13a4681402bb51f1e00');
INSERT INTO "seals" VALUES('citations','c-6c950609374f|p-74ca3b5bc63d|s-36a8ba0026c0','e37f2ded491b49e6748e63094c1b1b96cc2e46c2bdb7bfbb1c977c37816a3ee7');
INSERT INTO "seals" VALUES('citations','c-987a3cc606ad|p-158f2273804a|s-dd09adde011a','ed4945fde3bacd71b9f2783e63c42e56e19078e23d79ae0bdf5a96046abca01c');
INSERT INTO "seals" VALUES('citations','c-987a3cc606ad|p-8d8ebdbcc7ec|s-dd09adde011a','2100a2a33471e53787419640b2c84c81327c7cec2f2bcbceb9e9c53aae293d76');
INSERT INTO "seals" VALUES('citations','c-987a3cc606ad|p-db1fb33dc738|s-dd09adde011a','47bc13b5bc12b82b637c0e6b4e210b444b787f57c20e0375c28288b5293c37c6');
INSERT INTO "seals" VALUES('citations','c-ec4009085677|p-d9e6e2f21fbd|s-3ebcb611ed9f','54a1a7adba58bf6a2e3a21e9c3a0deeef820fbca0ba8dbf1c2a11c4c26d0670e');
INSERT INTO "seals" VALUES('citations','c-f7efe6248b59|p-3abe0bda7f52|s-3ebcb611ed9f','a4e3eaf3265df8d87cfa1f5666851ce29089b1f98172992af56b070863227dd7');
INSERT INTO "seals" VALUES('conclusions','c-051f783384ae','959f2cbfecbf71edda87c7768fe0ad5118df8631c486cbf06db4ce7cfa4332c9');
INSERT INTO "seals" VALUES('conclusions','c-5a6b3f3a82e9','b70b29f91686ecb124a7c2dfc4686529c8db9f0535ac9ce229d17b8650f55fa7');
INSERT INTO "seals" VALUES('conclusions','c-65c34e11cdf2','741bcf33ef9656cae6cdb715093f68262f2cf9fbb678737cc51ca537937dba09');
INSERT INTO "seals" VALUES('conclusions','c-6c950609374f','ac79966eb4df1feb72f89922c38952c85be845ee1e1850c206d4968fb953d9cb');
INSERT INTO "seals" VALUES('conclusions','c-987a3cc606ad','8c32fdb7d0f7005f956b9d90c019fdca6e2b2834945d571937678c9d32629032');
INSERT INTO "seals" VALUES('conclusions','c-ec4009085677','c40df74f7cecc904feaddb324f9a6653b6cd941d7943dd590b2765b7336fcdb5');
INSERT INTO "seals" VALUES('conclusions','c-f7efe6248b59','4242ec5577c663cef1b39a68b5f0e18684ae6da9d374a5cb49615f19f074ac90');
INSERT INTO "seals" VALUES('meta','consultation','e66487d6206d74bb7a7191dc6142586d76319d786a772847d93390d57b990304');
INSERT INTO "seals" VALUES('passages','p-155e5b8be8a2','353678f61bbc139714c2941fa584625d0005c8b8fa934151843adfc4c8c6f408');
INSERT INTO "seals" VALUES('passages','p-158f2273804a','30d132badcccef31a53d323d316dd5e92ad7e7f9387678c2b37b7ead905badba');
INSERT INTO "seals" VALUES('passages','p-3abe0bda7f52','ad96897442f0357b4b415e0f34c1c577491edcd7e59cc3a2e9e21b3400de3929');
INSERT INTO "seals" VALUES('passages','p-74ca3b5bc63d','b5fc9b6f7f65b34850dc96728e974b7bd883ddcb63e0f1e092a8ec37d65db13b');
INSERT INTO "seals" VALUES('passages','p-88f57ecdc759','8e80f07686af9845a14078967597b24483f04c1e0482d7762f6af012e36d624d');
INSERT INTO "seals" VALUES('passages','p-8d8ebdbcc7ec','621bad85c8ceeee6b1efa250c0fbf2870cd55de03f8b49e24ec58d951586abec');
INSERT INTO "seals" VALUES('passages','p-923acd220f3a','c3ed3e97269c89dc689551464957f72f60cc5348289de810932cd2cf778d6f03');
INSERT INTO "seals" VALUES('passages','p-a4caae1ca375','8462dac165669c93cfd4218c30806b81005bb4c6c5bc8413457c3d4b84ec32d7');
INSERT INTO "seals" VALUES('passages','p-d9e6e2f21fbd','4f3b2c2619312514c64acf9d84684b379c972dc90d993cf5246cac7912b257cc');
INSERT INTO "seals" VALUES('passages','p-db1fb33dc738','0513b367fb83bce9e1a69d7561c46d7f2b44d2da818074cf42a2161cb44001f7');
INSERT INTO "seals" VALUES('placements','p-155e5b8be8a2|t-2b2f14b20e7d|new_topic|T1','1e9d926c1b914ec6dc1145e48e37cd9591212d5a01cc151cb6caa9a7f9fc4873');
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
INSERT INTO "seals" VALUES('placements','|t-2b2f14b20e7d|new_topic|T1','bc7661458666f5a5f6b3573564dd1a054ba68256257ea6ce37c764d0a8609be1');
INSERT INTO "seals" VALUES('placements','|t-41e1b6a824ee|commitment|1','422a4c89d1e38ffff8687fcf7d08b9f74ffc6596b64aad037467b99a4e0faf5c');
INSERT INTO "seals" VALUES('placements','|t-41e1b6a824ee|new_topic|T1','598a2b3dea760ea9a96b71c881b65469357f439227dbbf746c50eeceac6bf386');
INSERT INTO "seals" VALUES('placements','|t-51eef43e992f|commitment|1','9e9bfc8f7dff464dbcbf5d75f7fb4172ebc494062e7a04636a6657c824bd1e37');
INSERT INTO "seals" VALUES('placements','|t-6d8b28e2675a|commitment|1','7180eaf4948aa9457884100867fa2023786e9e5bb7eb8b0cbbb008aa98e7a2ed');
INSERT INTO "seals" VALUES('placements','|t-6d8b28e2675a|new_topic|T1','09d3e51f5a9c6925a090de6131b418ddc252cbd4fffd482e1f153b4adde24365');
INSERT INTO "seals" VALUES('placements','|t-7e0e4de4904e|new_topic|T1','b3d4bc7f5874fae5a64967da3c9656c3b42cf18e6837075192abbb69822d8955');
INSERT INTO "seals" VALUES('placements','|t-a666b448204b|commitment|1','107a66e7e4550ddbf95c7544e6bac53527909e9943c73bf943a56dc4db42c936');
INSERT INTO "seals" VALUES('placements','|t-a666b448204b|new_topic|T1','b051217ac4c4bb3dc28de623b03f258f1d7ed3ed4e643e8cdfe0eda42095fba1');
INSERT INTO "seals" VALUES('placements','|t-f4107d48e1c3|new_topic|T1','8bf2a29c71c3601f5708148b027f66ec461b39545175f656d10da527df1cc668');
INSERT INTO "seals" VALUES('runs','r-3802e16f239d','ac263c2d7eba8a7df630643b014ef7f2628dee9149095fa0c060b510735525bb');
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
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|passage|p-155e5b8be8a2','f5da35af4f16c792d859051aadbd6c2aeeddda3d9f872891af2c32edaf24eac8');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|passage|p-158f2273804a','b9b6048ad03b358279dab1615de965e8eec921249b52bf4bc0f9e4408b9c7a2b');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|passage|p-3abe0bda7f52','8770b7f106619f5dcffa0e2a41158392a2c145b534fa77bff4228ae43a5e89fe');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|passage|p-74ca3b5bc63d','9b247607a6c9c40c96817ca4d49fd59af88e401898afc251524b0bf1df336534');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|passage|p-88f57ecdc759','7d46605b987143660cdc308555d1af22a4effae3ca1fd4b585925c9b6feda2cb');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|passage|p-8d8ebdbcc7ec','b83410862bc4f5202c612f17af042f9f1826095e327ecf2a6ed512370ee98a93');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|passage|p-923acd220f3a','944b12f3a12ec684fcd9ef0965edd2eaadb8e5e6c4e951e7ad33deeed6a18aba');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|passage|p-a4caae1ca375','9b947cd7405473c7b65f576c0951781c708e019d20009b39b6177cfb95587fd4');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|passage|p-d9e6e2f21fbd','6d3fa53b6dfc66bf3c01869ca63c2d25cb9b9b6b1a000027f4170158d5878e89');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|passage|p-db1fb33dc738','c3aac961d9437ad8a7e6c30ae4357254861a38084a7d04b7f47e98bb099147a4');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|source|s-36a8ba0026c0','94a1ac17032612616077738ea3c10e10dd63fb1977674cfeb14325d2fdc385aa');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|source|s-3ebcb611ed9f','53f5c504bdeac35904d2adc8c2191436d73072a3f980762dc1af80136f73b9cc');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|source|s-567537f161e6','622fb234710da79a810ee1744a63fdb2d149059ba7e8d7030dcff3e77d3cd394');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|source|s-8b789a71e55c','1da3af78ab47040e14341c4e453e226d6f5c9069f7777a76140a74491d5ef5e5');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|source|s-dd09adde011a','9ebf0f5c446cc810d0e4086b5e14f0353d740fa4fe7014f40b9f0aef3870994d');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|theme|t-2b2f14b20e7d','f13c485898872bf6530375db45a25213b04f20562ec3d32e25069a61d4b3fb0c');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|theme|t-41e1b6a824ee','0a86b1cd20e06928bbb42c5414642ed498b8e4753243173c70f7c7aaed665ff7');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|theme|t-51eef43e992f','dc56e8398d2abaa49a410c405b8e892add87ee293de42b272d0897c9534d2e2c');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|theme|t-6d8b28e2675a','a0f44d1cae17c7d7b693d80b647e48f5578358b72cced67b1cb737ad228bb6e4');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|theme|t-7e0e4de4904e','538067a9b271d3f54b301f9bc9684c1d3dde2e05d98a1cee8f2faef3820305d3');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|theme|t-a666b448204b','6b7a3471d68ec8ebe74906747d678652932f0e6b159c4fb000d6b29be72e7fa7');
INSERT INTO "seals" VALUES('snapshots','r-3802e16f239d|theme|t-f4107d48e1c3','38dbff811e9d79a2f7525b92b799658d2d026c7075a402897201d8d32d6ec0d8');
INSERT INTO "seals" VALUES('sources','s-36a8ba0026c0','d3fb22ecd00c49f24ced4f056e1112f1ad99dee1fa0667d45f503a5f02f07ff3');
INSERT INTO "seals" VALUES('sources','s-3ebcb611ed9f','1a50bf007daa625d4983361f2a0763e4c107c143932c8565a700cbd60efbde33');
INSERT INTO "seals" VALUES('sources','s-567537f161e6','0afedb3ec3227f3f333f203fe11cb16f24c1167ab5e3ac2a192104582555517f');
INSERT INTO "seals" VALUES('sources','s-8b789a71e55c','e85c4b58a4284045055d8d8d6ee905eeae402d0b7d79880571ad2d0a0ad50cb5');
INSERT INTO "seals" VALUES('sources','s-dd09adde011a','b052576560627270064cfcbd65c9d361e60aaf95643190433df87f9e3f82d95a');
INSERT INTO "seals" VALUES('themes','t-2b2f14b20e7d','56af902de27328d3c937c121d4e6d7e4deb9757ee54978efd38e53dbdbe1523d');
INSERT INTO "seals" VALUES('themes','t-41e1b6a824ee','2fa0db6d470e8520b6abb0ffbb61e4b4aa17eb84ad7d8ebde1b86592282525f6');
INSERT INTO "seals" VALUES('themes','t-51eef43e992f','ebd86580fb9f9c19d77f98eb7dd9c1945bafd3920297ce5b3ee24d7bdacf93f7');
INSERT INTO "seals" VALUES('themes','t-6d8b28e2675a','0827846254d81247383658ae1c113b7cafe1f8c8481753964e3798ac311539a5');
INSERT INTO "seals" VALUES('themes','t-7e0e4de4904e','9691096bac3350735733ad4f3ea1fdbc430eec3ccc4d913e3cb33260d5732630');
INSERT INTO "seals" VALUES('themes','t-a666b448204b','b49a82a6a9addd02109b4f86c4d499432f41a5c3fd8eb7d7cd498d0ccc9e5eae');
INSERT INTO "seals" VALUES('themes','t-f4107d48e1c3','dcb98fa20c897ea47c8bf4febb3148024bb6649f422eba2e9cea3b845f40e90b');
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
INSERT INTO "snapshots" VALUES('r-3802e16f239d','passage','p-155e5b8be8a2','t-2b2f14b20e7d','T1','s-36a8ba0026c0');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','passage','p-158f2273804a','t-f4107d48e1c3','T1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','passage','p-3abe0bda7f52','t-7e0e4de4904e','T1','s-3ebcb611ed9f');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','passage','p-74ca3b5bc63d','t-6d8b28e2675a','T1','s-36a8ba0026c0');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','passage','p-88f57ecdc759','t-a666b448204b','1','s-8b789a71e55c');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','passage','p-8d8ebdbcc7ec','t-f4107d48e1c3','T1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','passage','p-923acd220f3a','t-51eef43e992f','1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','passage','p-a4caae1ca375','t-51eef43e992f','1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','passage','p-d9e6e2f21fbd','t-41e1b6a824ee','T1','s-3ebcb611ed9f');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','passage','p-db1fb33dc738','t-f4107d48e1c3','T1','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','source','s-36a8ba0026c0','brev.txt','read','s-36a8ba0026c0');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','source','s-3ebcb611ed9f','skjema.csv','read','s-3ebcb611ed9f');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','source','s-567537f161e6','øydelagd.docx','unreadable','s-567537f161e6');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','source','s-8b789a71e55c','skjema.csv','read','s-8b789a71e55c');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','source','s-dd09adde011a','bord2.md','read','s-dd09adde011a');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','theme','t-2b2f14b20e7d','Gonger','T1','');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','theme','t-41e1b6a824ee','Takk','T1','');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','theme','t-51eef43e992f','Gonger i året','1','');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','theme','t-6d8b28e2675a','Kurset på biblioteket','T1','');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','theme','t-7e0e4de4904e','Svar folk!','T1','');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','theme','t-a666b448204b','Nettbank','1','');
INSERT INTO "snapshots" VALUES('r-3802e16f239d','theme','t-f4107d48e1c3','Månader','T1','');
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
INSERT INTO "themes" VALUES('t-2b2f14b20e7d','Gonger','innspel; svare',1,1,'individual 1',1,'proposed','');
INSERT INTO "themes" VALUES('t-41e1b6a824ee','Takk','',1,1,'individual 1',1,'proposed','');
INSERT INTO "themes" VALUES('t-51eef43e992f','Gonger i året','biblioteket; haldast; dialog',2,1,'group_note 1',1,'proposed','');
INSERT INTO "themes" VALUES('t-6d8b28e2675a','Kurset på biblioteket','',1,1,'individual 1',1,'proposed','');
INSERT INTO "themes" VALUES('t-7e0e4de4904e','Svar folk!','',1,1,'individual 1',1,'proposed','');
INSERT INTO "themes" VALUES('t-a666b448204b','Nettbank','',1,1,'individual 1',1,'proposed','');
INSERT INTO "themes" VALUES('t-f4107d48e1c3','Månader','sluttar; innspel; dialog',3,1,'group_note 1',1,'proposed','');
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
COMMIT;
