package unicode

// Written by gen/tables.go for Unicode 17.0.0.

// Categories are the tables of the general categories by their short names.
var Categories = allCategories()

//minigo:pure
func allCategories() map[string]*RangeTable {
	return map[string]*RangeTable{
		"C":  C,
		"Cc": Cc,
		"Cf": Cf,
		"Cn": Cn,
		"Co": Co,
		"Cs": Cs,
		"L":  L,
		"LC": LC,
		"Ll": Ll,
		"Lm": Lm,
		"Lo": Lo,
		"Lt": Lt,
		"Lu": Lu,
		"M":  M,
		"Mc": Mc,
		"Me": Me,
		"Mn": Mn,
		"N":  N,
		"Nd": Nd,
		"Nl": Nl,
		"No": No,
		"P":  P,
		"Pc": Pc,
		"Pd": Pd,
		"Pe": Pe,
		"Pf": Pf,
		"Pi": Pi,
		"Po": Po,
		"Ps": Ps,
		"S":  S,
		"Sc": Sc,
		"Sk": Sk,
		"Sm": Sm,
		"So": So,
		"Z":  Z,
		"Zl": Zl,
		"Zp": Zp,
		"Zs": Zs,
	}
}

var (
	C      = table("2iPl20bUd0c0E3wB13714832L3mEb72bJ243bO1CS67b0N3g1bH2bS2d6QbS2bI2G3T132C8b1CcC3f29232N382452A2325E2633613Q1347632N383531326632442C5321AII43A43N83362B541321Q52DC8349232N3833613A1331341A4633613J1G3371243512332343444D664435132182QM8E34O3H13A4351A3343252BCN34O3B62A345C3843513B4ME34bK3476H2R34J4P3A2284267329AB24MbR6Uc833263P23O136238B25bUc93b514b83b5G3E1c6g7321622lQ3513823513bA52b23513823513GbQ3513c413b112RAcN272uU4cQCNGPGLME343McV2BABAF3C18cQCbC8c7Ib03D14D624bB26KbD6RAC4bV2c23U13C18BAF2bF2Db6cE3f71CbT4G4bV8bC2CEbC8qN272b7272972b02bM3GF273K134A3C16R8bIU32S3E12b3Qb2SeD6uRbACb8byL2lV8bE321622bPC3QPG8F8dVc2R3cQ1KgNbIcH3cN13d816bC3cVcNGbH3*tE12bOGkTb6fPEgUb6bT4BAbPEc7EDAdLKV4cF3C14b23bO1EF2B2d8bETI72727G838bT6dV2BAk+5MO6bIqq6lF2dBcA8M68R36253uBbUbBAbK3K5663e814fV4727272448381M32D3RK33G2Fc2dS846bE4cP3E122cSbFi2U4bIST6b5GV8bC8V3b614FcIeV2BAb56b56b9EbLKD3G833C3G83312bLMjOGNI9bE73bBAe87223bD3422O3c91CAcUK3316b24S8ScAbP6L2bJ3316934U246BCACc1bUb86DGbN4U2S8RC5M8eUcAdCbKObKCbFEBAb74UE3mUb03bB423U7EAc0bFEbBbARcATb6OGcF6b5GbV361MQCBAbM3J1Cb8Gd13L1IJ3bG1dO83253GCAbS8BA53913313N83363B133134132182882846KB32132b73B22235B331C3bOcT361bOc9EBkAbN2b7c2c6KBAEb4bRABALbMS2G6OlGbTg6cKM9222933V3313D1EBeA92bF2CbKc9EcKOcACBfA9fEb3QBAA3bEFIU4b12N3F1eE833bD4233AEBA733b6337CBAbD6BpAQCI3bA12Uf82SbJO*SgAdG361Ig5feMd4ObbHUNId*S8s8nlGbRdmArQCb03B14cI3B18V27Ic7IB38M8K(UbRmAcS8Q2QcMcC6bQCIdU6K8GhgNcGb1g0dKq/O53833j41Q2bO422Q5EmDeq6dC8E4ACB25hvUhU4nLAOSISbF2OGdLdMhNIb82cBEdHb8c7hILMLMcOGQiCcM3c832223253D238c23513983T5362483kL13j513vV1Q63G1ceSb0A7n883I13833616bVc02gUbE4F2B63tUb0b0bR82*UbBnAbC62lUb03N1C3nU83533Gg62HcGcD6B63br0c5eMbUm253S332132B3523218262524332229233213585523BI8436Id63qQbD6d5MG2G3Gb6IfFdEUObD6AC3Q7jI-Q4I4E4gRAD62SD6bPEBAb9EV2D63QAcCkPEF2E4C4bQ3214H2D6BCeK3d81ca6bjx1bUeiV2fuF2hjIStFe(2qVc-2e(C8ijBblgiAhHl/aU")
	Cc     = table("2200bUd0c0")
	Cf     = table("0C6fD3bkJ18N3g1bI3m113cHdzC3b/T16R8bI82IbxuG3hQ12eg23Gi)3Ubcd16fgGEylu73V1fS")
	Cn     = table("0iHl4)O276832L3mEb72bJ243bO1CS67KiF3bT13d61ObS2bI2G3T132C8b38hE3913313N8321252A2325E2633613Q1347632N383531326632442C5321AII43A43N83362B541321Q52DC8349232N3833613A1331341A4633613J1G3371243512332343444D664435132182QM8E34O3H13A4351A3343252BCN34O3B62A345C3843513B4ME34bK3476H2R34J4P3A2284267329AB24MbR6Uc833263P23O136238B25bUc93b514b83b5G3E1c6g7321622lQ3513823513bA52b23513823513GbQ3513c413b112RAcN272uU4cQCNGPGLME343McV2BABARAcQCbC8c7Ib03D14D624bB26KbD6RAC4bV2c23U13C18BAF2bF2Db6cE3f71CbT4G4bV8bC2CEbC8qN272b7272972b02bM3GF273K134A3d6D2S3E12b3Qb2SeD6uRbACb8byL2lV8bE321622bPC3QPG8F8dVc2R3cQ1KgNbIcH3cN13d816bC3cVcNGbH3*tE12bOGkTb6fPEgUb6bT4BAbPEc7EDAdLKV4cF3C14b23bO1EF2B2d8bETI72727G838bT6dV2BAk+5MO6bI6itF2dBcA8M68R36253uBbUbBAbK3K5663e8132fV4727272448381G62D3RK33G2Fc2dS846bE4cP3E122cSbFi2U4bIST6b5GV8bC8V3b614FcIeV2BAb56b56b9EbLKD3G833C3G83312bLMjOGNI9bE73bBAe87223bD3422O3c91CAcUK3316b24S8ScAbP6L2bJ3316934U246BCACc1bUb86DGbN4U2S8RC5M8eUcAdCbKObKCbFEBAb74UE3mUb03bB423U7EAc0bFEbBbARcATb6OGcF6b5Gc5I22QCBAbM3J1Cb8Gd13L1IJ3bG1dO83253GCAbS8BA53913313N83363B133134132182882846KB32132b73B22235B331C3bOcT361bOc9EBkAbN2b7c2c6KBAEb4bRABALbMS2G6OlGbTg6cKM9222933V3313D1EBeA92bF2CbKc9EcKOcACBfA9fEb3QBAA3bEFIU4b12N3F1eE833bD4233AEBA733b6337CBAbD6BpAQCI3bA12Uf82SbJO*SgAdG361Ig5feMd4ObcNId*S8s8nlGbRdmArQCb03B14cI3B18V27Ic7IB38M8K(UbRmAcS8Q2QcMcC6bQCIdU6K8GhgNcGb1g0dKq/O53833j41Q2bO422Q5EmDeq6dC8E4ACB29hvMhU4nLAOSISbF2OGdLdMhNIb82g3b8c7hILMLMcOGQiCcM3c832223253D238c23513983T5362483kL13j513vV1Q63G1ceSb0A7n883I13833616bVc02gUbE4F2B63tUb0b0bR82*UbBnAbC62lUb03N1C3nU83533Gg62HcGcD6B63br0c5eMbUm253S332132B3523218262524332229233213585523BI8436Id63qQbD6d5MG2G3Gb6IfFdEUObD6AC3Q7jI-Q4I4E4gRAD62SD6bPEBAb9EV2D63QAcCkPEF2E4C4bQ3214H2D6BCeK3d81ca6bjx1bUeiV2fuF2hjIStFe(2qVc-2e(C8ijBblfyC2bQd1hUhHd/aUb//V2b//V2")
	Co     = table("012bya0mpU*by1d//Q3d//Q")
	Cs     = table("010bwa0d/U")
	L      = table("6l5j2c1bI7bIbG3B5361bA2bS2*I5MF8832e282236237242321b42f42iK9kA2cA3371cEc8bK56bEcKb422g423G13813B1233H2bQUfGC3P1bUA25361b853A43O1bE8K6bE2CHcIbRdA43J8IGU5E323bA2C2341443HE224F2B3918523bA2C222222b0623K12HG242bA2C222843JG2O3C1C323bA2C222843V13212G3I2A442642232134134124MN3bL1C242bC2U43R122232V351C242bC2I2843V1222G2IG242cG33H6494PA6b24bE2G2331AbRcU22DCbR2232162bE2321G22A331623M14b13c01C2c6S8dKcKL3H1856434138125OD3I1c82363cK2uO263C232143cG263c0263C232143S2dG263e4b6UHfA3A4bgM3b02bI6eK7E8b2Eb4Fb2FO24Gd6b435c4fG883c22361e8BbSbIbQ38CcM5bIbNbCAd8cJ3cU1cQIEbNbQE2BcMRc6bA4Bc63K6cK34bA62A224361lSc1rA3A3cA3A3E2721bQ3d82C234122C463A5O642CdL3EHOd6353I23416772142K366853bL13ctS1o67642DcA2363dE83H1bAAC2C2C2C2C2C2C2CcH3oM13bB16625fA742fI266cK2fQIbUbHUq1m)Uc1bliOc4cQ3qO4UB2LcSHbS3eAbIG3gC3f2Lb024262bCUd6Fd2bVA43213C1bKBbCQbO8cST3H162IB82cGO42ELbC4341d023413316332P43K84DA3A3AAC2C2cK2Q7h4Uv(6DbC5d0ii5wQ3gIb7CD86321G2O282321321321gKb2wKJdU3dAb9MdL82iCb5bI7bICfG4A3A3A34b4M2bI2b4222S3Qb3hKm6bO4d0bGbUEb62E7cABbQ3c65EbHjQJc65c65cE9d6DK2S2C222K2S2C224d6DtCAbABEPA2cI2Gc6A3321cK224331bABbCAbSc2b422BbABbI7bIb7dE72c13G14242bObBbO4bOb4E2bMSdABbABb4Eb2dFeGbOd4Ed4Ec6b7bMAbChRcI72HAbPbOB391b8bBb2bFb8SbCDd8bQ233E1cMb1bGRc6U339c443D1cSF6M32b4b22bGK2c0C232142S2I8cSb7E323bA2C222843JD8VI2332cA23Q23bD1d6J6L4VcUL223fP1cQbA6b5cUL3bS1cIE3c81bIb6CfQcMdLdUb0E3331C222bEG32cVE3cCH32T3B1cC83MCcQK3J1eEg8c0b0G2c8I3bI1bOdHC222cAM3Q18222bUF3O1cKi5b4G321M2c2dT3cG1bzGh7m6csDg0GccUIAQhzK6beCgvQbQbx3bdG8bSIeSIbQJcUH6b0b86b4nHcOgKdUb1bG3bGbDeK63c31Mc1223F13D1on8bAbUd2h4ipU62C222s4G3U1233F149yMci5gK6O4G8If)7f82eC22333133142M2321A2e0263E2C2bM26282341A2v63bG2bG2bS2bG2bS2bG2bS2bG2bS2bG2EbzLbS7Ai6dQeJcOBCH3k21bOJcMp5bMh5bQ33gG1bQ24222C38A2h1C26222S2m8bSe683bfL142bK222332I262327352521222233292132362C26262321G2b064282b0ek5ctnUb1irQ3liQ3ot0GbgQcn3bbQbp3juK6qsI")
	LC     = table("5cJbLc1bI7bIbR3B1bA2bS2m4265mU3bIg163244237242321b42f42iK9kA2cAAcGcyOcA2363cK34v1fA3Ace3K6cK34c1cMc0O2c2d6rA3A3cA3A3E2721bQ3d82C234122C463A5O642Ci6353I23416772142A533146853bL13ctS1hK3gC7642DcA236-iJcQJbMe7eQ2bC462eOP243zM1cI6G8eUt(1CD8baAbI7bIbf6eUd1c65c6dLK2S2C222K2S2C22bw4d4Ed4cUbABbAcyRdUvl1dUb1bG3bGzjDf82eC22333133142M2321A2e0263E2C2bM26282341A2v63bG2bG2bS2bG2bS2bG2bS2bG2bS2bG2EbzLI2b67AcoMe6")
	Ll     = table("4dRbBd1bIbR3bA1bC2E2bN21H21bF23521233233413533412333232332132334233133127532F21J21332342bP21A3331325921e63bIg23243412J3S1c222442N21625313bK1cS2b12AbL23D21d12bHcGc(8cK34xPAce3G23dM1cKc0O2c2d7eL21E2d121E9ABE9E9ABE9E9Q3E9E9E9822734122296329EB422iJ34134S55329653bMcvCcU234172532132186d32138235DcA236-iKbD2KR2e8D2122bV21C232392532332122J26362D25323F2R34zMcK6G8eUt(1CD8bbAbIbgEcEe9c6eSK2S2C22by4d4dUbAczRbUvm1bUbSbGzk7bIRC2b2RbIR62321A2KRbIRbIRbIRbIRbIRbIRbIRbIRbMTbG2ARbG2ARbG2ARbG2ARbG2A23bzL1G2b67AcpOc2")
	Lm     = table("0b9JvGb25MF8832e636oV3h7f52iE253b0A34f13f8bgL3e0rM3bwRdC3t4oHAfFdSE3b31c6vI3EHOc/02hI3g0oM3bC1663d213cU12)yN3bh318iF3dJT2dQGcH3Od9642oM3NeA3dDM2d86A3va7bE2b/1A2cI2GbmK3b1kM3dyKtl76pT4b92r7Oc1223F13p/T142C22mbIdQgAC+E3qKsC0")
	Lo     = table("1iOh6fA3Gi13514gH2zRbK56bEbU2Ib422g423P13B1233H2bQUfGC3P1bUMbAbBbG8K6bE2CHcGbSdA43J8IHS5E323bA2C2341443HE224F2B3918523bA2C222222b0623K12HG242bA2C222843JG2O3C1C323bA2C222843V13212G3I2A442642232134134124MN3bL1C242bC2U43R122232V351C242bC2I2843V1222G2IG242cG33H6494PA6b24bE2G2331AbRcU22DAbS2232162bE2321G22A3316O6b13c01C2c6S8dKcKL3H1856434138125OD3dI1uE263C232143cG263c0263C232143S2dG263e4b6UdIbgM3b02bI6eK7E8b2Eb4Fb2FO24Gd6b93c41c22d8883c22361e8BbSbIbQ38CcM5bIbNbCAd8fHcSIEbNbQE2BcMRc6bA4BbQdI62A2243bbR14c/OdEPbCAC2C2C2C2C2C2C2Cr83bM5fA9321fG5361cI2fQIbUbHUq1m)Uc1bjb82chCc4cE9qM5UB2c33bI1e8fA3d84C24262bCUd6Fd2bVA43213C1bKBbCQbO8cSbE83GB82cGO42ELU2A4341d023413316332P24K83F183A3AAC2CeIc4Uv(6DbC5d0ii5wQ3gIc4321G2O282321321321gKb2wKJdU3dAb9MdL82iCdAI2cO3bS4A3A3A34b4M2bI2b4222S3Qb3hKm6bO4d0bGbUEb62E7cABbQ3c65Ee1eQd3cE9d6cTd6DtCAbABEePA3321cK224331bABbCAbSc2b422BbABbI7bIb7dE72c13G14242bObBbO4bOb4E2bMSdABbABb4Eb2dFeGfOc6b7623jH1cG72H422bPbOB391b8bBb2bFb8SbCDd8bQ233E1cMb1bGRc6U339c443D1cSF6M32b4b22bGK2c0C232142S2I8cSb7E323bA2C222843JD8VI2332cA23Q23bD1d6J6L4VcUL223fP1cQbA6b5cUL3bS1cIE3c81bIb6CfQcMgKE3331C222bEG32cVE3cCH32T3B1cC83MCcQK3J1eEg8c0b0G2c8I3bI1bOdHC222cAM3Q18222bUF3O1cE22i5b4G321M2c2dT3cG1bzGh7m6csDg0GccUIAQhzK6beCgvQbQbx3bdG8bSIeSIbQJcUbKb86b4nKcEmMeK63fG1on8bAbUd2h4iqEs4G3U1233F149yMci5gK6O4G8IitH3pM1cMb23k21bOJcMp5bKh6bQ33gG1bQ24222C38A3h21A26222S2m8bjS62bK222332I262327352521222233292132362C26262321G2b064282b0ek5ctnUb1irQ3liQ3ot0GbgQcn3bbQbp3juK6qsI")
	Lt     = table("070o553b73hmM1C9E9ED3GbG0")
	Lu     = table("3dEbAc1bId6bC2Cb2bN23F23bF215242232132123622244222252132332132122321348732D23H2333242bP2822233214272j232439732122321321U2Gb433124N2633223d4bHb12AbN21D23cV23cAc(AcA236wJfAceK371cI34k1eL2Ad12AE9ABE9E9AC729Ec96D6D6D8C6i7354434334167721436B263bUctTcUbH321237214233942d1293253-kE2bB2KR2e8D24bT2B521925323324L216282F2142321H2P3vzC1bGbg6cEe9c6eTK2S2C22bxBd4eUbAczRbUvm1bUc1bGzk8bIRbIRbIR32153133142ERbIR2263E2CS226282341ASbIRbIRbIRbIRbIRbIVbGb2bGb2bGb2bGb2bGb23ejM1c0")
	M      = table("0fNe2y0gUiKCi8cO232132132c9KbHb8H3d61A3A3226b43V1bIcSKbRGA3P142G2428bC4bSGbBbE2c0bN42b22CB2U4bP321A3234A3B13R34bP3216523443V134C4bP321C2424L2NA24bP321A323484B2V3bS164426A3b916bO321A242682C2U4bP321A242682C2G3D14bO22C2426A3B13U12c735182321CJ2bU331ADEd3331ECCcA2S5252bIb6226K2c6A3d51b4O654243C46EM23B14w04+J6T4U2V2c1bUA3bE1223dM13b3dNM5MgS8bQI2bO33bH1cO3ML8bGb0b7GD4VObPQbHb6eP42b853734g7dUwHc0c/V4eE3d11bSrBAdA2+oL62Ib12cH2iH3453O1653cK13bJ1b0Rb2E3b71CQObD6bGQb53c41OD3913bE12bJ3212326223bA1662hDE22tzH3x21SHU-E3h3eM8bu742266b9453f613rU14c28jU2cEAc7KbI6dR4bMSbA3313B14bEK83bU12b5QH2bD3D12bHQ9622cTM733eUMM6bO22C3234A3B1331A48c4G233262823F13cJ1b0O3cI1b4hCC3GS2cJb0dBOd6Si1ShMA223623213eE1A3C43T1Gb9C2693A1IbFUg7Eg8E2EcJbA2QdRA4321321A23c3162228kS6A223bH1A48O3fh67Slg9b2co18bSCbaP321dA86cI3C13tfC13et21cO3bCqV84A9E3CV6eL4b+SdC5d293FN82SbkHC2b03C2228d53f11AlO3bU14pT6hV2hK338263oR1AdECyf+MoU")
	Mc     = table("0d2c5ci33bO349622bJ2bR47232B3bCbR4c33bR1293213bM13bR23713313Bd72224424B3bA12bU6bU2bR32163222A2T3F13bR126424B3bB13cC127EJ2kB2c03fC13573313Q13B123CM23A33B12btP3Ve2381C22kR634522Ah12bR32A3213918eI3bH6321622bU3V5233bT3423413bH1C92fC3MezN2+/K233cP13bJ1SeF2bG3bH13513312dF232P3bE23dE3263hE132132132zaK32e03bE1252dK3P13bSbH4A2E3cU124223fB12b02bR2263234A3B13cL12833262223d6129243dB127321433hE127633dI129223dE2273d82253i612A3hO182253323eF129653cLU2bV3gA432g83FdB3833gM165223kV13DbH29223qp912dr5dCd92ylK27A")
	Me     = table("050be82frL3bqV1424bbmC4")
	Mn     = table("0fOeAy0gUiK8iAcO232132132c9KbHb8H3d61A3A3226b43V1bIcSKbRGA3P142G2428bC4bSGbBbE2bUbO325E5341AB2U3bR5693L13R32bQ351351331243V134C2bQ35162253L13N1823bR3321493813C13VbU3DbJ34bO3212642682C2U3bR33762L2T2bQ25693L13Uc9381223cR3CDEd3331ECCcA2S52bOQ28226K2c6A3d7142A2232Q254H6E33137G3w012+J4U2V2V2c122C9331IA3bE1223dM13b3dN452A3712gS233bR2C2323E7I33bH1O2bS3ML6bH3216236b9GD2b163224bP3213424bRE32eP42O2C53742g7dUwHO5341Kc/V4eE3d11bSrB6dC2+oL351Gb12cH2iH3453Q136eO2Rb2E3b71CQKbF4bH331432b83c4183232D39bG3bK24326223bB139hF3353tzHx2UHU-E3h3eM8bu742266b9453f613rU14c28jU2cEAc7KbI6dS3bN1QbA3313B12bI63283bU12b582EbV3D13bL1EB633d01233213733eU4EM2bQ243b61A48c7AE52F2cME3423OcLA23513213hF147222S2cME33213dB2331823d62331428i4G22i12235eH63253b11Gb9A3693A1834bFO22g7321223gA1A2A23cJ1b83C2222dRA4321321A23c913423kS13C13bL16632O3fh67Slg9M44co18bSCbaP3c014cI3tfP13et21cO3bCr14IE3CV6eL4b+SdC5d293FN82SbkHC2b03C2228d53f11AlO3bU14pT6hV2hK338263oR1AdECyf+MoU")
	N      = table("4c2cEbGIdP263312bn2Ie7Ig7ImTIdNI5AdDIdNIdNI3AdFOdKI9Cd8Id9C8b4dEId1IdNIc7b6iDIc7IwGb6)I4hGI7INIjDIe1Kf6I7IfNIcNIe7I7IbaN34187Ig7d438wNdMcFbAtNbQblA3yAQGF4kO6eBIVE2Sb1Ib8S*)1IfTIk1AeRIb7Ig7INIcNImNIuyNIpEcODdGI2kMbKb56U39e78gBI+FEQCb8GcC8NAf123U3cQc1GbL2V4cC8d9EPEbACkBAbHI7IiNbSeVIbB6dHCe7bQe1IbTIeHI8b6hSIkNIdNIlNId7I7b6cDMn5b4cUIuNIcNbOh4Ic7IbNIl7Id7b8bbCgSpg2Icj7IcNIe7I2CqFIi7bCkU4xhQIbo7b6Db6dDbGbcMd2ck1In7IpNIhOIwDGe1IyOdK2426cDcO2S-3Ocx4I")
	Nd     = table("1b5b3bGIbr7Ie7Ig7ImTIdNIdNIdNIdNIdNIdNIdNIdNIdNId1IdNIc7IiNIc7Ib(7Ib7IjDIe1If7I7IfNIcNIe7I7Ibco7Iv7Ib7Ig7INIcNImNIuyNIbm7Ice7I7IyTIe1IbTIeHIiNIkNIdNIlNId7I7b6cDIn7Id7IuNIcNIhNIc7IbNIl7IqoNIcj7IcNIe7IqNIx)NIcwLd2ck1In7IpNIhOI(MIeuNI")
	Nl     = table("075fxE4ctGc436dtV3Q1EF4+vCIwsHd8oD39e78ibBgSs*64")
	No     = table("3SbBfI263312cjMAlPAdP4e6CgQCIGnIIbbMb6bdKIp13buM4A7Ig7UbA3wN1dKcFbAtNbQblA3beL14eBIVE2Sb1Ib8S+lHAwgIcOc26I2kMbKb56bjLEQCb8GcC8NAf123U3cQc1GbL2V4cC8d9EPEbACkBAl1bSeVIbB6dHCe7b6lSb6bk62nFG)8b4(Kb8s*7CyVbCzbAb6Db6dDbGfkFG+2dK2426cDcO2S-3O")
	P      = table("BdKbQb142A26B242R423S23b4634B2434vV39oJAbA2bK32333bD2L222E3212cB6d73bC1OhA4bNSb03i613BeD3dPdQ3m7D3lGcR3B13f91Q23b614c83cB1652dGAfC3t51EeO3tEbD2cF4c82eU424b6KjQ2gP2e1C2Af12BCT4dT6bS8bV2c1EC3zT1bC9b62O2MV2F2tQ6U2bbUQcG2b0ImKbAc06b12xS622dH3eG1cQ2bU3Mn445I3MH3Dd33cR+a32iE4d43BdKAlT6cN2b9423bI13bGd2OH2dT6dV2H2hQ3ukJ13gH1GNc42Q23522eM42A26B242R423S2321AmR4uT3bHmV3x8g83b0iHGb73dH1Ac3CcQ6oI3jVb33e516bD6fUCdE226dV6bH2cG653E24cPAdC3jB13213dJ16B223d9hRbCdA4TOcD3e312hT3i912eS3cT1CcK428cUIgO3d016bB2u62cBOfG3bdH16c)T2otS2e63c21693r912j86k83tfThp88c)K3(V10")
	Pc     = table("050cV3h/013KbxoV2P4hG0")
	Pd     = table("0B1bD3bkTbK3ds2ba63caA18dq233b0253TnV3KdG3btmH13b6B3fAdt13jV")
	Pe     = table("1N0b93bKb03dvU23b(VcnA3bOG3tR23VbbVD2cH3b1272mLL2c132b23bb6252bD72nD9247232btiV3gQUF243I232fB3bKb053")
	Pf     = table("050fR3h(U43Tdo932533G34")
	Pi     = table("060fB3h)D3233Qdo932533G34")
	Po     = table("8dIbPb142435213B13413Sc536F283vV93oJ18bA3bN333bD2L222E3212cB6d73bC1OhA4bNSb03i613BeD3dPdQ3m7D3lGcR3B13f91Q23dHcB852dGAfC3t51Ey63dT12c82eU424b6A26jQ2gP2e1C2Af12BCT4dT6bS8bV2c1EC3(31391C9G36344K2321GdeR622dH3eG135123331E2223313B162I362321M34nD4bQ3fU+a32iE4d43BdKAlT6cN2b9423bI13bGd2OH2dT6dV2H2hQ3ur51A33NL23644268473213eM122435213B13413Sb53310mR4uT3bHmV3x8g83b0iHGb73dH1Ac3CcQ6zK3e516bD6fUCdE226dV6bH2cG653E24cPAdC3jB13213dJ16B223d9hRbCdA4TOcD3e312hT3i912eS3cT1CcK428cUIgO3d016bB2u62cBOfG3bdH16c)T2otS2e63c21693r912j86k83tfThp88c)K3(V10")
	Ps     = table("1Q0b83bJb03dvV23b(VclV34b73bOG3tR23VbbVD2cH3b1272mLL2c132b23bb6252Q3J252nD9247233btj2gO3U2D243I232fB3bJb03430")
	S      = table("Ae2cIb437H4b032S32b482233214334V3b0oB6DQ6C2321UdM3F13dHeC3iB12dN433313gFB3K13hO82e93lA13713hMdV3e31Ce53gGbA3g6g24G32123AL52e6E2A2266g62xHIwK3lEl53eU1c0l2IAGbc13212C4E4E4E2c63Eb84E4Kc2bV22622B32126A25253C135166623bR1351xC5bO3pSNKcIeQNbgEbDd03bSBz4NdS5bU3xA3iIh6Al62bFbI2fGDnARU53E13DM272cS2hK25Ib1cAA3H1bQCbQ93G1bSBcCGtUgo1dUvuHdCrQbCA2d82eU6B6rU4h23F13t+Ue9c0lEUc12bNEbD6d3321233eR73H12b032S32e2C2CE2jQGbQb0342O43bG1cMbtR2sG3w613k21Ccd73ceM1bMs(B663ukNd)4oUB44)67bCGb0d0h6bTpABcC3dM64N28bQ5dOMe243fR1fA)B3Qb03Qb03Qb03Qb03QbT/UbO6bJE2Q22bw93nGcnD34dU3o213iF1cK5g6DS3S2S2c8Ok0bPbOEcM5G82FAeRb+G4b04O4nI7M53G1K5dE9I7cE9bQ3M52FGb8vE9Q3O4K4dG2351S3M5I8j42fMB0")
	Sc     = table("2D2b43dU14bhA3dSpJ2pJ283hMi83s6cmS3cg51c0bb)N3vo4dD3eRgS242h/N6bqyV3cnH")
	Sk     = table("3P1cU32c837534qA6DQ6C2321UdM3F13bi3fzL3212C4E4E4E2eeT2+t4bCA2d82-H3F13uc71U)S32f30b+aO8")
	Sm     = table("5bB9bB3H12bU32bE35b63b0xV3qG12grS3Eb84E4eC3b81673c5166255383b013323b01qKb12cR3V1bEb9AoM3AbNEdG3kH163bSBUi1i4NdS5bU3q2bHb83Abt-T3zP24f53H12bU32e43714dn22bql13b-HQ3b0Q3b0Q3b0Q3b0Q3fzD13coV1E")
	So     = table("2d5cBf633532-I3iB13e013gFB3K13hOq43lMe3A23e5gG3bAm84G32123AL52e6E2A2266g62xHIwK3wJeUc2l2IAGbm422622B321371825253C13F2223bR13A163622222C2bS322321bQiDE5b63C3f02bQQcE7eENKcIeQNlC2G2dA9gS2pEbDcMc1pUq1cUM27cC3iIh6Al62bFbI2fGDnARU53E13DM272kH25Ib1cAA3H1bQCbQ93G1bSBcCGtUgo1dUvuHdC)26B223rU12ukAUlEUc12bNEbE4p53452E2jQGbQb0342O43bG1cMbtR2sG3ba91Ccd73ceM1C5b0s(B663ukNd)4oUB44)67bCGUd1h6bTpABcC3dM64N28bQ5dOMe243fR1fAbfA/UbO6bJE2Q22bw93c(Te23wI1cK5g6DS3S2S2c8Ok0bPbOEcM5G82FAeRpK6bnG4b04O4nI7M53G1K5dE9I7cE9bQ3M52bVvE9Q3O4K4dG2351S3M5I8j42fMB0")
	Z      = table("160b03e0fp03cm01IU263bGd+10")
	Zl     = table("010ib80")
	Zp     = table("010ib90")
	Zs     = table("150b03e0fp03cm01Ib53bGd+10")
	Letter = ofLetter()
	Mark   = ofMark()
	Number = ofNumber()
	Other  = ofOther()
	Punct  = ofPunct()
	Space  = ofSpace()
	Symbol = ofSymbol()
	Digit  = ofDigit()
	Lower  = ofLower()
	Title  = ofTitle()
	Upper  = ofUpper()
)

// Scripts are the tables of the scripts by their names.
var Scripts = allScripts()

//minigo:pure
func allScripts() map[string]*RangeTable {
	return map[string]*RangeTable{
		"Adlam":                  Adlam,
		"Ahom":                   Ahom,
		"Anatolian_Hieroglyphs":  Anatolian_Hieroglyphs,
		"Arabic":                 Arabic,
		"Armenian":               Armenian,
		"Avestan":                Avestan,
		"Balinese":               Balinese,
		"Bamum":                  Bamum,
		"Bassa_Vah":              Bassa_Vah,
		"Batak":                  Batak,
		"Bengali":                Bengali,
		"Beria_Erfe":             Beria_Erfe,
		"Bhaiksuki":              Bhaiksuki,
		"Bopomofo":               Bopomofo,
		"Brahmi":                 Brahmi,
		"Braille":                Braille,
		"Buginese":               Buginese,
		"Buhid":                  Buhid,
		"Canadian_Aboriginal":    Canadian_Aboriginal,
		"Carian":                 Carian,
		"Caucasian_Albanian":     Caucasian_Albanian,
		"Chakma":                 Chakma,
		"Cham":                   Cham,
		"Cherokee":               Cherokee,
		"Chorasmian":             Chorasmian,
		"Common":                 Common,
		"Coptic":                 Coptic,
		"Cuneiform":              Cuneiform,
		"Cypriot":                Cypriot,
		"Cypro_Minoan":           Cypro_Minoan,
		"Cyrillic":               Cyrillic,
		"Deseret":                Deseret,
		"Devanagari":             Devanagari,
		"Dives_Akuru":            Dives_Akuru,
		"Dogra":                  Dogra,
		"Duployan":               Duployan,
		"Egyptian_Hieroglyphs":   Egyptian_Hieroglyphs,
		"Elbasan":                Elbasan,
		"Elymaic":                Elymaic,
		"Ethiopic":               Ethiopic,
		"Garay":                  Garay,
		"Georgian":               Georgian,
		"Glagolitic":             Glagolitic,
		"Gothic":                 Gothic,
		"Grantha":                Grantha,
		"Greek":                  Greek,
		"Gujarati":               Gujarati,
		"Gunjala_Gondi":          Gunjala_Gondi,
		"Gurmukhi":               Gurmukhi,
		"Gurung_Khema":           Gurung_Khema,
		"Han":                    Han,
		"Hangul":                 Hangul,
		"Hanifi_Rohingya":        Hanifi_Rohingya,
		"Hanunoo":                Hanunoo,
		"Hatran":                 Hatran,
		"Hebrew":                 Hebrew,
		"Hiragana":               Hiragana,
		"Imperial_Aramaic":       Imperial_Aramaic,
		"Inherited":              Inherited,
		"Inscriptional_Pahlavi":  Inscriptional_Pahlavi,
		"Inscriptional_Parthian": Inscriptional_Parthian,
		"Javanese":               Javanese,
		"Kaithi":                 Kaithi,
		"Kannada":                Kannada,
		"Katakana":               Katakana,
		"Kawi":                   Kawi,
		"Kayah_Li":               Kayah_Li,
		"Kharoshthi":             Kharoshthi,
		"Khitan_Small_Script":    Khitan_Small_Script,
		"Khmer":                  Khmer,
		"Khojki":                 Khojki,
		"Khudawadi":              Khudawadi,
		"Kirat_Rai":              Kirat_Rai,
		"Lao":                    Lao,
		"Latin":                  Latin,
		"Lepcha":                 Lepcha,
		"Limbu":                  Limbu,
		"Linear_A":               Linear_A,
		"Linear_B":               Linear_B,
		"Lisu":                   Lisu,
		"Lycian":                 Lycian,
		"Lydian":                 Lydian,
		"Mahajani":               Mahajani,
		"Makasar":                Makasar,
		"Malayalam":              Malayalam,
		"Mandaic":                Mandaic,
		"Manichaean":             Manichaean,
		"Marchen":                Marchen,
		"Masaram_Gondi":          Masaram_Gondi,
		"Medefaidrin":            Medefaidrin,
		"Meetei_Mayek":           Meetei_Mayek,
		"Mende_Kikakui":          Mende_Kikakui,
		"Meroitic_Cursive":       Meroitic_Cursive,
		"Meroitic_Hieroglyphs":   Meroitic_Hieroglyphs,
		"Miao":                   Miao,
		"Modi":                   Modi,
		"Mongolian":              Mongolian,
		"Mro":                    Mro,
		"Multani":                Multani,
		"Myanmar":                Myanmar,
		"Nabataean":              Nabataean,
		"Nag_Mundari":            Nag_Mundari,
		"Nandinagari":            Nandinagari,
		"New_Tai_Lue":            New_Tai_Lue,
		"Newa":                   Newa,
		"Nko":                    Nko,
		"Nushu":                  Nushu,
		"Nyiakeng_Puachue_Hmong": Nyiakeng_Puachue_Hmong,
		"Ogham":                  Ogham,
		"Ol_Chiki":               Ol_Chiki,
		"Ol_Onal":                Ol_Onal,
		"Old_Hungarian":          Old_Hungarian,
		"Old_Italic":             Old_Italic,
		"Old_North_Arabian":      Old_North_Arabian,
		"Old_Permic":             Old_Permic,
		"Old_Persian":            Old_Persian,
		"Old_Sogdian":            Old_Sogdian,
		"Old_South_Arabian":      Old_South_Arabian,
		"Old_Turkic":             Old_Turkic,
		"Old_Uyghur":             Old_Uyghur,
		"Oriya":                  Oriya,
		"Osage":                  Osage,
		"Osmanya":                Osmanya,
		"Pahawh_Hmong":           Pahawh_Hmong,
		"Palmyrene":              Palmyrene,
		"Pau_Cin_Hau":            Pau_Cin_Hau,
		"Phags_Pa":               Phags_Pa,
		"Phoenician":             Phoenician,
		"Psalter_Pahlavi":        Psalter_Pahlavi,
		"Rejang":                 Rejang,
		"Runic":                  Runic,
		"Samaritan":              Samaritan,
		"Saurashtra":             Saurashtra,
		"Sharada":                Sharada,
		"Shavian":                Shavian,
		"Siddham":                Siddham,
		"Sidetic":                Sidetic,
		"SignWriting":            SignWriting,
		"Sinhala":                Sinhala,
		"Sogdian":                Sogdian,
		"Sora_Sompeng":           Sora_Sompeng,
		"Soyombo":                Soyombo,
		"Sundanese":              Sundanese,
		"Sunuwar":                Sunuwar,
		"Syloti_Nagri":           Syloti_Nagri,
		"Syriac":                 Syriac,
		"Tagalog":                Tagalog,
		"Tagbanwa":               Tagbanwa,
		"Tai_Le":                 Tai_Le,
		"Tai_Tham":               Tai_Tham,
		"Tai_Viet":               Tai_Viet,
		"Tai_Yo":                 Tai_Yo,
		"Takri":                  Takri,
		"Tamil":                  Tamil,
		"Tangsa":                 Tangsa,
		"Tangut":                 Tangut,
		"Telugu":                 Telugu,
		"Thaana":                 Thaana,
		"Thai":                   Thai,
		"Tibetan":                Tibetan,
		"Tifinagh":               Tifinagh,
		"Tirhuta":                Tirhuta,
		"Todhri":                 Todhri,
		"Tolong_Siki":            Tolong_Siki,
		"Toto":                   Toto,
		"Tulu_Tigalari":          Tulu_Tigalari,
		"Ugaritic":               Ugaritic,
		"Vai":                    Vai,
		"Vithkuqi":               Vithkuqi,
		"Wancho":                 Wancho,
		"Warang_Citi":            Warang_Citi,
		"Yezidi":                 Yezidi,
		"Yi":                     Yi,
		"Zanabazar_Square":       Zanabazar_Square,
	}
}

var (
	Adlam                  = table("003d(i0eM5I52")
	Ahom                   = table("003cfy0bK3S5bC")
	Anatolian_Hieroglyphs  = table("001cra0beC")
	Arabic                 = table("0ITbq082A2Q242bU2ICbI2gM2c2cHcUhHc26eK2bOb*sH-Q3iUb1UdH82iCd)4bSc4A9Gb2Abxy162bK222332I262327352521222233292132362C26262321G2b064282b0bL2")
	Armenian               = table("040bjHcA3d234b+m48")
	Avestan                = table("002ccy0dA4C")
	Balinese               = table("020gy0eO2d2")
	Bamum                  = table("011bjv0fEbqi9bdG")
	Bassa_Vah              = table("002c(wGbQ3A")
	Batak                  = table("020g-0d696")
	Bengali                = table("0E0cm062E323bA2C234143G3236935132163bG")
	Beria_Erfe             = table("002c)v0bG3bG")
	Bhaiksuki              = table("004cha0G2cO2QBbO")
	Bopomofo               = table("030xA2lqQcKdHbU")
	Brahmi                 = table("003cea0eQ5c6A0")
	Braille                = table("010ka0pU")
	Buginese               = table("020gq0bM32")
	Buhid                  = table("010f(0b6")
	Canadian_Aboriginal    = table("021fa0bhUrHeAcanRU")
	Carian                 = table("001cav0d0")
	Caucasian_Albanian     = table("002cbjGd6C0")
	Chakma                 = table("002cei0d82b2")
	Cham                   = table("040bkq0dCAQ3I36")
	Cherokee               = table("030e+0fA3Abf)JeU")
	Chorasmian             = table("001cd+GbM")
	Common                 = table("6cHcM0e0RARcS2S28O3b0o2cC683b6dL3A732tU37F34b13eTq53e213bgQmM6j33bpG12c82gC223bgEE38142A2433y61K3fC2K4K2SIc2bVcA243A2bK2b0bA45bjINKMbzUi1bh63iIq1fQmJb82321bEGE56cS243cR13eK1Sb1cAA3bH1dSb0f0bG3cP1kCgo1dUwi1c2d74f6IhL3f1mC3F13uoJ13gH1GNc42b426eK321bSRARKB3bE13c11A2CB8i345cO4GcHObKcOh5bKbon56d(TpO4)67bCGb0d0h6bTpABcC3dQ4b0928bQ5dOgMb6Db6DfCAbGe8f82eC22333133142M2321A2e0263E2C2bM26282341A2v63s63d2fdIe6cDdOw3cM5g6DS3S2S2c8BkQbPbI22EcM5G82FAeRb+G4b04O4nI7M53G1K5dE9I7cE9bQ3M52FGb8vE9Q3O4K4dG2351S3M5I8j42gCyba73V1fS")
	Coptic                 = table("030/2QkeHh66C")
	Cuneiform              = table("004cia0bzId7gS28Cm6")
	Cypriot                = table("005cca0A3321cK22433")
	Cypro_Minoan           = table("001cl*Gg4")
	Cyrillic               = table("072ba0i83kGf(HKf13cDed8bU-c1fUv*F2byq1dQb20")
	Deseret                = table("001cba0eU")
	Devanagari             = table("041ci0f05S3bIbh)1bU*q1I")
	Dives_Akuru            = table("008cgi0C3331C222bQ223MAI")
	Dogra                  = table("001cga0dM")
	Duployan               = table("005dpa0gK6O4G8I36")
	Egyptian_Hieroglyphs   = table("002cma0cfABhzK")
	Elbasan                = table("001cbi0cE")
	Elymaic                = table("001cd/0bC")
	Ethiopic               = table("0b04eq0eG263C232143cG263c0263C232143S2dG263e43bU4bIgp7bCAC2C2C2C2C2C2C2C/j3A3A3AAC2CcpfIC26222S")
	Garay                  = table("003cdk0cA4bO92")
	Georgian               = table("080ef0cA2363cK26c*HcK34ec1cA236")
	Glagolitic             = table("015la0fUdm+1C2b03C2228")
	Gothic                 = table("001cazGbK")
	Grantha                = table("00Ecey062E323bA2C22283G32343376C3C48")
	Greek                  = table("0T3)G62436235232122321b42dSFUgj78bJ858cL3k11b83A3cA3A3E2721bQ3d82S2Q3A2b4342Gj83bcrVvoReSI3bud01e8")
	Gujarati               = table("0E0cu142G242bA2C22283I242433G143M8C")
	Gunjala_Gondi          = table("006chl0A222c8222A8I")
	Gurmukhi               = table("0G0cq142A523bA2C222222332165234438142381U")
	Gurung_Khema           = table("001cyi0dI")
	Han                    = table("0AAlu0bI2fGDnAbG32QGF6-5m)Uc1bi/Uwi1wQ3gI+i92DCbeaActnUb1irQ3liQ3ot0GbgQcn3bbQbp3juK6qsI")
	Hangul                 = table("0E0ei0pUhrF2i2fQdIbSc2bS+x2bOu4v(6DbC5d0j+5bS4A3A3A34")
	Hanifi_Rohingya        = table("002cdi0cE9I")
	Hanunoo                = table("010fz0b8")
	Hatran                 = table("003cch0b42268")
	Hebrew                 = table("090bmHdC9bK5Ab+j9bI282321321321G")
	Hiragana               = table("024mc1fA74c/)2rSJ3U12qfE0")
	Imperial_Aramaic       = table("002ccc0bA2G")
	Inherited              = table("0J9y0gUiM2o5KR3x114ekScQ3Mp542O2C53742g7dUqD2g3c0dzQ6dC2btl6UHQ-G3h3ecR3bo-51cO3bCr14IE3CV6yl(JoU")
	Inscriptional_Pahlavi  = table("002cc)0b46E")
	Inscriptional_Parthian = table("002cc(0bA3E")
	Javanese               = table("030bkm0eQ3I52")
	Kaithi                 = table("002cee0e4B0")
	Kannada                = table("0D0de0O242bC2I283G24268264263I24")
	Katakana               = table("077mf1fI34hHUgHcS2fEbtaFI2cObmcJ62C2223j012bJ3F14")
	Kawi                   = table("003chy0b02cG4bO")
	Kayah_Li               = table("020bki0cQ20")
	Kharoshthi             = table("008ccq06226E242bO345I8G")
	Khitan_Small_Script    = table("003c)/43gyS1+8bA0")
	Khmer                  = table("040f*0fQ3I7Ip7bU")
	Khojki                 = table("002ceq0b22cS")
	Khudawadi              = table("002cevGdK6I")
	Kirat_Rai              = table("001c)k0dI")
	Lao                    = table("0B0du12232162bE2321bA382321A2I36")
	Latin                  = table("5S5c1bI7bIbG3G6bC2bS2*0b88gqScA7d0666O2eAc2pUlI3EHOeE273SIcGcwObU-v3gA4f2LSzHcK2G26t*NCbaRbI7bIcb6A2cI2Gbv(6bS7A")
	Lepcha                 = table("030ha0dE4S44")
	Limbu                  = table("050gi0bS2M5M5341K")
	Linear_A               = table("003cbq0tCAbABE")
	Linear_B               = table("007caa0M2bI2b4222S3Qb3hK")
	Lisu                   = table("011bjgGcU-vH0")
	Lycian                 = table("001cau0bO")
	Lydian                 = table("002ccj0bI60")
	Mahajani               = table("001cekGcC")
	Makasar                = table("001chx0bG")
	Malayalam              = table("070di0O242d4242A5U3bI")
	Mandaic                = table("020cc0bM30")
	Manichaean             = table("002ccw0cC5M")
	Marchen                = table("003chdGbU3bA2Q")
	Masaram_Gondi          = table("007chi0C222cM4321321E9I")
	Medefaidrin            = table("001c)s0fK")
	Meetei_Mayek           = table("030bkx0bCgAcQ3I")
	Mende_Kikakui          = table("002d(a0m83U")
	Meroitic_Cursive       = table("003ccn0bE5b63cQ")
	Meroitic_Hieroglyphs   = table("001ccm0bU")
	Miao                   = table("003c)y0eK5dG8b0")
	Modi                   = table("002cfq0e8CI")
	Mongolian              = table("051ga023321b47fG8cKb/nMO")
	Mro                    = table("003c(s0bS2I52")
	Multani                = table("005ceu0C232142S2K")
	Myanmar                = table("031ea0jUbgk1bSd2bU)cHb6")
	Nabataean              = table("002cce0bS9G")
	Nag_Mundari            = table("001dzgGcI")
	Nandinagari            = table("003cgn0E3cQ3K")
	New_Tai_Lue            = table("040gm0cM5bI7K42")
	Newa                   = table("002cfa0fM28")
	Nko                    = table("020b-0dK34")
	Nushu                  = table("002c)/13qmF1yK")
	Nyiakeng_Puachue_Hmong = table("004dyi0cO4Q3I52")
	Ogham                  = table("010fu0bO")
	Ol_Chiki               = table("010hcGcU")
	Ol_Onal                = table("002dzoGcK50")
	Old_Hungarian          = table("003cde0d4Ed48A")
	Old_Italic             = table("002cay0c6A4")
	Old_North_Arabian      = table("001ccu0bU")
	Old_Permic             = table("001ca(GcK")
	Old_Persian            = table("002ca+0c65Q")
	Old_Sogdian            = table("001cdy0cE")
	Old_South_Arabian      = table("001cct0bU")
	Old_Turkic             = table("001cda0eG")
	Old_Uyghur             = table("001cd)GbI")
	Oriya                  = table("0E0cy142E323bA2C22283G32348452283b2")
	Osage                  = table("002cbfGc65c6")
	Osmanya                = table("002cbe0bQ3I")
	Pahawh_Hmong           = table("005c(y0eABI2C2b86b4")
	Palmyrene              = table("001ccd0bU")
	Pau_Cin_Hau            = table("001cgw0dG")
	Phags_Pa               = table("010bkc0dE")
	Phoenician             = table("002cci0bM40")
	Psalter_Pahlavi        = table("003cc*0b286DC")
	Rejang                 = table("020bkjGc6C0")
	Runic                  = table("020fv0eK4K")
	Samaritan              = table("020ca0cQ3S")
	Saurashtra             = table("020bke0eA9M")
	Sharada                = table("002cem0fUcm1E")
	Shavian                = table("001cbcGcU")
	Siddham                = table("002cfm0dA3cA")
	Sidetic                = table("001cck0bI")
	SignWriting            = table("003dwa0biMG82S")
	Sinhala                = table("0C1dm142b24bE2G2331A435182321C7I34ca/Db6")
	Sogdian                = table("001cdzGcI")
	Sora_Sompeng           = table("002cegGbG8I")
	Soyombo                = table("001cgsGf4")
	Sundanese              = table("020g*0dUi1E")
	Sunuwar                = table("002cg-0c2FI")
	Syloti_Nagri           = table("010bka0cO")
	Syriac                 = table("040by0Q2dM34iHK")
	Tagalog                = table("020fy0bAA0")
	Tagbanwa               = table("030f)0O2422")
	Tai_Le                 = table("020gkGbQ38")
	Tai_Tham               = table("050gr0dS2bO3K7I7Q")
	Tai_Viet               = table("020bku0e4P8")
	Tai_Yo                 = table("003dzw0bS2bA92")
	Takri                  = table("002cfu0dI7I")
	Tamil                  = table("0F2c*222A442642232134134124M584426337Fb8ce-6d2E0")
	Tangsa                 = table("002c(tGeS2I")
	Tangut                 = table("004c)/03b01npSq1bSd2h4")
	Telugu                 = table("0D0da0O242bC2U3G2426822422363I8G")
	Thaana                 = table("010b*0d2")
	Thai                   = table("020dq1dI6bM")
	Tibetan                = table("070dy0eE2c65cC2c62S2C52")
	Tifinagh               = table("030ljGdE82F0")
	Tirhuta                = table("002cfe0eE9I")
	Todhri                 = table("001cbo0d6")
	Tolong_Siki            = table("002chnGcM5I")
	Toto                   = table("001dyuGbS")
	Tulu_Tigalari          = table("009ce*0I2332cA2I233262I2292")
	Ugaritic               = table("002ca*0bQ20")
	Vai                    = table("010bji0sM")
	Vithkuqi               = table("008cblGK2S2C222K2S2C22")
	Wancho                 = table("002dyw0dI60")
	Warang_Citi            = table("002cgf0f4D0")
	Yezidi                 = table("003cdu0cI2432")
	Yi                     = table("020bia0ciO4dC")
	Zanabazar_Square       = table("001cgq0eE")
)

// Properties are the tables of the properties by their names.
var Properties = allProperties()

//minigo:pure
func allProperties() map[string]*RangeTable {
	return map[string]*RangeTable{
		"ASCII_Hex_Digit":                    ASCII_Hex_Digit,
		"Bidi_Control":                       Bidi_Control,
		"Dash":                               Dash,
		"Deprecated":                         Deprecated,
		"Diacritic":                          Diacritic,
		"Extender":                           Extender,
		"Hex_Digit":                          Hex_Digit,
		"Hyphen":                             Hyphen,
		"IDS_Binary_Operator":                IDS_Binary_Operator,
		"IDS_Trinary_Operator":               IDS_Trinary_Operator,
		"IDS_Unary_Operator":                 IDS_Unary_Operator,
		"ID_Compat_Math_Continue":            ID_Compat_Math_Continue,
		"ID_Compat_Math_Start":               ID_Compat_Math_Start,
		"Ideographic":                        Ideographic,
		"Join_Control":                       Join_Control,
		"Logical_Order_Exception":            Logical_Order_Exception,
		"Modifier_Combining_Mark":            Modifier_Combining_Mark,
		"Noncharacter_Code_Point":            Noncharacter_Code_Point,
		"Other_Alphabetic":                   Other_Alphabetic,
		"Other_Default_Ignorable_Code_Point": Other_Default_Ignorable_Code_Point,
		"Other_Grapheme_Extend":              Other_Grapheme_Extend,
		"Other_ID_Continue":                  Other_ID_Continue,
		"Other_ID_Start":                     Other_ID_Start,
		"Other_Lowercase":                    Other_Lowercase,
		"Other_Math":                         Other_Math,
		"Other_Uppercase":                    Other_Uppercase,
		"Pattern_Syntax":                     Pattern_Syntax,
		"Pattern_White_Space":                Pattern_White_Space,
		"Prepended_Concatenation_Mark":       Prepended_Concatenation_Mark,
		"Quotation_Mark":                     Quotation_Mark,
		"Radical":                            Radical,
		"Regional_Indicator":                 Regional_Indicator,
		"STerm":                              STerm,
		"Sentence_Terminal":                  Sentence_Terminal,
		"Soft_Dotted":                        Soft_Dotted,
		"Terminal_Punctuation":               Terminal_Punctuation,
		"Unified_Ideograph":                  Unified_Ideograph,
		"Variation_Selector":                 Variation_Selector,
		"White_Space":                        White_Space,
	}
}

var (
	ASCII_Hex_Digit                    = table("330bGI8ARA")
	Bidi_Control                       = table("040bqS3gpI13R16bO6")
	Dash                               = table("0D1bD3bkTbK3ds2ba63caA18bU3b8G3m7da533b0253TnV3KdG3btmH13b6B3fAdt13jV")
	Deprecated                         = table("051k93bjAci432cbA2cg6AvQ2)xgN0")
	Diacritic                          = table("3dNc3cU32c83753313pO1jQ2E6AI253A13hU16gI3bO1cM232132132e4E52e725244c4bKcSKbRKb32dVEbAIHbMbU3H46T3cBH3dFH3dFH3bG12bT3H83dOdF3HdF3HdE2H3dTdG3D1823dCE8cC2S5252c3422bV3dH22b9258QC23B13w212+L2V3eL1IA3kS12j53L1C33bH1Q3K4S3Mc93Gb7GbN2bR3C13c313c118cJbG53734bJdSbHc66Mb6KnU3212C4E4E4E2dhH4jU3pR18dA6d03+lJD223T13cJ13F1c0d74d73713Db63eOSb2bQ6b53d0D3b5eM4c26bK3d516A4e12tzH3y21SiF32bG3bE13c4xT3bf0182cI2GtU453f613rS18b73R16mD3312c7KbI6g13bAc92dP2bV3cDA4d92fJ2cH2H3P1A48cQ422E2d034dS2hS2dV3dN13dKiE2i3253eTcK3JcI3n6i33213cIc23l813OfhDSlgQ3co116bSCrL2r3b0cH2p/V62C22hy2cQ3bCr144A9E3CV6du3dQg3ClO3bU14xV2x1CdE424")
	Extender                           = table("0GDfN3qP13)FnQ3tNeA3cQxH3e0ck43bPt43mFc53e*AbC8d82cU4)yN3bpN-33NeA3dDM2vdS0caH2boC3S53bg8j63dL13pJ12bgG3(1tl92beT223F13*k913bfI(L4")
	Hex_Digit                          = table("360bGI8ARAb/vAI8ARA")
	Hyphen                             = table("160bD3e0bgT3etScaA2dq63x4btl83fAcO0")
	IDS_Binary_Operator                = table("030l/G23IpI0")
	IDS_Trinary_Operator               = table("010l/I2")
	IDS_Unary_Operator                 = table("010l/U2")
	ID_Compat_Math_Continue            = table("165fI263h+N4K2SlK35N0dnf33Qb03Qb03Qb03Qb03Q")
	ID_Compat_Math_Start               = table("025iq235N0dnf33Qb03Qb03Qb03Qb03Q")
	Ideographic                        = table("07Ema62QGF4-6m)Uc1bi/Uwi1wQ3gI+iB3E16AonAbAbUd2h4i)UyMti5ctnUb1irQ3liQ3ot0GbgQcn3bbQbp3juK6qsI")
	Join_Control                       = table("010iaC2")
	Logical_Order_Exception            = table("060ds08dS8cxH433behR13322")
	Modifier_Combining_Mark            = table("070bsK233e473413p21321243b0")
	Noncharacter_Code_Point            = table("02Gb/oGbUqF2b//V2b//V2b//V2b//V2b//V2b//V2b//V2b//V2b//V2b//V2b//V2b//V2b//V2b//V2b//V2b//V2")
	Other_Alphabetic                   = table("0eMcT(53U1Ms1Q232132132c9KbHO2CH3d61A563253b4VUd7Kd624G2426dB3bT1K4C7b6bN23S2264B2U4bRC3232B3B13U12bR8523253V134C4bRE2422M2N454bRC3232A2B2V3bS164424B3b916bQC242492C2U4bRC242492C2G3D14bRC2424B3B13U12cCA2321CJ2bU331AJ3d43A22H3f41b2AK2c6dFM23314O654243C46EM23B14btL2V2V2V2c3b4fT2b33dN1K5GgV8bQI3b6cB2C4bI8bHSbT4VG32bQKbJb4mTc2bw2d6chNbU-dLEb32l339O8cP2bJU23bQb78TMbE6bHMb63c41OD3913bE12bJ32123263bD1663hE1CtzK0ccO8bu742266yL6c23k213cE12i44bMQbE2C4bEGA3bU12b5MJ2bQ4bHOF2cTG33733eU1GO6bRC3232B3B13cL1E2332622d8O24dBb2hEC3CU2cJS23dB1Id8Qi2OhOA2232432eFC3A53T1GbB826JKbFQg9Eg8E2CcKbA2QdRA43213212234c382226kT6A223bH1A44qoUb0dr1321dA86cU2tfD3i)21A2b03C2228d53bsK338136sI3b/91bG7bI7bI")
	Other_Default_Ignorable_Code_Point = table("054(F3dqG13bsK13cfGehV3btrScGG(aa8321bOd1hUhHhaU")
	Other_Grapheme_Extend              = table("0IDcnU3Pl73Pd73Ph9325222A2d83PdO3GcjM3Vba13623613d6c82baP3eb213-j4dD3voU10er13dLi93FA3d1A332463h1D3hIi73tQD3bq4ufF2ylK27AylvEfU")
	Other_ID_Continue                  = table("050fN3wGd/2Gbt93brI13ehEbttA0")
	Other_ID_Start                     = table("030ge52ceI3Md)D2")
	Other_Lowercase                    = table("1K5fA3GpMG82V8d13bLdm23dbG1dQE3b31c6vI3EHOgKU(HbIb*J2-qV2gJ3e11442)36A0xaN33122cI2GbwdMdQ")
	Other_Math                         = table("0bVbNcU3)I1233R13313hb1S4C3b114P2F2c2O53413516J353I23416734133132122A4668cC83622222321632525b2322321A23713j314f9223PI3nU13D1E68623248F323AP2bQ32U6A2kN2b0ImKbAc06b12bvd43253gK20bvg2f82eC22333133142M2321A2e0263E2C2bM26282341A2v63bG2bG2bS2bG2bS2bG2bS2bG2bS2bG2E3d2fq162bK222332I262327352521222233292132362C26262321G2b064282b0")
	Other_Uppercase                    = table("023il0U(7bIdtd1bI7bI7bI")
	Pattern_Syntax                     = table("AO0b1SBCR623R14b3C23215215543Ob03hyP1bC9S3b42IjIbmUf1bhAVcgMq1hUm245bGG3btiE13i610")
	Pattern_White_Space                = table("24098J3d5h*92P2")
	Prepended_Concatenation_Mark       = table("041bq0AgO3bIm12cH0cb-R3G")
	Quotation_Mark                     = table("2A0b235e43Gh(TEQ2dq83oA14E4btr26fU35cR2")
	Radical                            = table("030lu0bI2fGDnA")
	Regional_Indicator                 = table("001d*p6bI")
	STerm                              = table("1bCTb13DH3bkAeK4fL3bC12hN3bU23413j613bx513yN52y63g713eU13bE63jR13l314f32B232U4fS2c22+53O13A12dfG4jJ3EN2nE3+hTiF2h434lV2cN2d03eP13eK12eH2hQ3ur732bS3413fAD3Hc20cxL2bhU8bD6fU2dM6e04e2273H13cP13213dDjB2dM2lM26SdA2hQ4q632hS2cO2n52vL2cB2szA2e63c213CrA2j93tq7hp90")
	Sentence_Terminal                  = table("1bCTb13DH3bkAeK4fL3bC12hN3bU23413j613bx513yN52y63g713eU13bE63jR13l314f32B232U4fS2c22+53O13A12dfG4jJ3EN2nE3+hTiF2h434lV2cN2d03eP13eK12eH2hQ3ur732bS3413fAD3Hc20cxL2bhU8bD6fU2dM6e04e2273H13cP13213dDjB2dM2lM26SdA2hQ4q632hS2cO2n52vL2cB2szA2e63c213CrA2j93tq7hp90")
	Soft_Dotted                        = table("1AFd92g53iQV3bLL3k1d332giA3bKE34e53eUn63gN13czJdj+62bJ2bJ2bJ2bJ2bJ2bJ2bJ2bJ2bJ2bJ2bJ2bJ2ce73jI13R")
	Terminal_Punctuation               = table("3bTb7b13B23C134zV39q23bQc93F24fL3bC1I23hC13bN182Eb03i613bhL13fD5AjO2yMEy63dT12c82eU443b81432jR2l36f32B224U4fS8bV2+53O13A12dfG4jJ3E53B2242nD2+hS2iE4h48lV2cN2d03eO12eK4e03H13hQur73313bQ1226fA3B23C134c233bbR3bHbe73g8jN2ePAc5AcQ6+P8bD6fUCdH6e04e2273H13cP16dD3jB13dM12D2l764SdA2hQ4q632hS2cO252mV4bE3u613cB13bjC16rpQ2e63c212B3rA13j813tq7hp86")
	Unified_Ideograph                  = table("087na0m)Uc1bi/UwqF223213B23213312cboNctnUb1irQ3liQ3ot0GbgQen3juK6qsI")
	Variation_Selector                 = table("031gaB423bzpH1S(axHoU")
	White_Space                        = table("27098J3d5R3fp0cm0KU263bGd+10")
)

//minigo:pure
func ofLetter() *RangeTable { return L }

//minigo:pure
func ofMark() *RangeTable { return M }

//minigo:pure
func ofNumber() *RangeTable { return N }

//minigo:pure
func ofOther() *RangeTable { return C }

//minigo:pure
func ofPunct() *RangeTable { return P }

//minigo:pure
func ofSpace() *RangeTable { return Z }

//minigo:pure
func ofSymbol() *RangeTable { return S }

//minigo:pure
func ofDigit() *RangeTable { return Nd }

//minigo:pure
func ofLower() *RangeTable { return Ll }

//minigo:pure
func ofTitle() *RangeTable { return Lt }

//minigo:pure
func ofUpper() *RangeTable { return Lu }

// FoldCategory has the characters outside a category that simple case folding makes equal to one inside.
var FoldCategory = allFoldCategory()

//minigo:pure
func allFoldCategory() map[string]*RangeTable {
	return map[string]*RangeTable{
		"L":  table("010(50"),
		"Ll": table("3dDCc1bId6bC2Cb2bF24523F23bF215242232132123622244222252132332132122321348222222F23H232232122bP2822233214272hN3bB234937242321321U2Gb4392L2633223d4bHb12AbN21D23cV23cAc(AcA236wJfAceK371cI34k1eL2Ad12AE9ABE9E9AC729EPE9E9E98C8C6D8C8jA34137cH3ctT1cSbH321237214233942d1293253-kE2bB2KR2e8D24bT2B521925323324L216282F2142321H2P3vzC1bGbg6cEe9c6eTK2S2C22bxBd4eUbAczRbUvm1bUc1bG-s8c2"),
		"Lt": table("090o432132132b532hmDE9E9EC3GbG0"),
		"Lu": table("4dCCd1bIbR3bA1bC2E2bF24523F23bD235212332334633443332323353342334326222222F21J2322342b524H293313259218222321341321428332133833224A63B13f7bC3243412bF62bQ22442N216253bLcU2b12AbL23D21d12bIcAc(AcK34xPAce3G23hF43HdJeL26362cT21E9ABE9E9AC729E9QbJ2D3I13F134l93bMcvCcU234172733Bd3293253D1c8236-iKbD2KR2e8D24bT2B32392535223J2CF25323F2R3(TTeUu*2bIbgEcEe9c6eSK2S2C22by4d4dUbAczRbUvm1bUbSbG-sFc2"),
		"M":  table("020*P3b0ha50"),
		"Mn": table("020*P3b0ha50"),
	}
}

// FoldScript has the characters outside a script that simple case folding makes equal to one inside.
var FoldScript = allFoldScript()

//minigo:pure
func allFoldScript() map[string]*RangeTable {
	return map[string]*RangeTable{
		"Common":    table("010*S3b0"),
		"Greek":     table("010fL3uG"),
		"Inherited": table("020*P3b0ha50"),
	}
}

// CategoryAliases are the short names of the categories by their long ones.
var CategoryAliases = categoryAliases()

//minigo:pure
func categoryAliases() map[string]string {
	return map[string]string{
		"Cased_Letter":          "LC",
		"Close_Punctuation":     "Pe",
		"Combining_Mark":        "M",
		"Connector_Punctuation": "Pc",
		"Control":               "Cc",
		"Currency_Symbol":       "Sc",
		"Dash_Punctuation":      "Pd",
		"Decimal_Number":        "Nd",
		"Enclosing_Mark":        "Me",
		"Final_Punctuation":     "Pf",
		"Format":                "Cf",
		"Initial_Punctuation":   "Pi",
		"Letter":                "L",
		"Letter_Number":         "Nl",
		"Line_Separator":        "Zl",
		"Lowercase_Letter":      "Ll",
		"Mark":                  "M",
		"Math_Symbol":           "Sm",
		"Modifier_Letter":       "Lm",
		"Modifier_Symbol":       "Sk",
		"Nonspacing_Mark":       "Mn",
		"Number":                "N",
		"Open_Punctuation":      "Ps",
		"Other":                 "C",
		"Other_Letter":          "Lo",
		"Other_Number":          "No",
		"Other_Punctuation":     "Po",
		"Other_Symbol":          "So",
		"Paragraph_Separator":   "Zp",
		"Private_Use":           "Co",
		"Punctuation":           "P",
		"Separator":             "Z",
		"Space_Separator":       "Zs",
		"Spacing_Mark":          "Mc",
		"Surrogate":             "Cs",
		"Symbol":                "S",
		"Titlecase_Letter":      "Lt",
		"Unassigned":            "Cn",
		"Uppercase_Letter":      "Lu",
		"cntrl":                 "Cc",
		"digit":                 "Nd",
		"punct":                 "P",
	}
}
