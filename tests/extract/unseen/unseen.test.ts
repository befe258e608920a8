import { describe, expect, test } from "vitest";
import { AMENDMENTS } from "./amendments.ts";
import { EIGHTH_A } from "./eighth-a.ts";
import { EIGHTH_B } from "./eighth-b.ts";
import { EIGHTH_VARIANTS } from "./eighth-variants.ts";
import { ELEVENTH_A } from "./eleventh-a.ts";
import { ELEVENTH_B } from "./eleventh-b.ts";
import { ELEVENTH_C } from "./eleventh-c.ts";
import { FACTS_A } from "./facts-a.ts";
import { FACTS_B } from "./facts-b.ts";
import { FACTS_C } from "./facts-c.ts";
import { FIFTH_A } from "./fifth-a.ts";
import { FIFTH_B } from "./fifth-b.ts";
import { FIRMS } from "./firms.ts";
import { FOURTEENTH_A } from "./fourteenth-a.ts";
import { FOURTEENTH_B } from "./fourteenth-b.ts";
import { FOURTH_KEPT } from "./fourth-kept.ts";
import { judgeTold } from "./judge-told.ts";
import { KEPT_OTHERS } from "./kept-others.ts";
import { KEPT_PURCHASES } from "./kept-purchases.ts";
import { KEPT_SERVICES } from "./kept-services.ts";
import { LEASES } from "./leases.ts";
import { NINTH_A } from "./ninth-a.ts";
import { NINTH_B } from "./ninth-b.ts";
import { NINTH_VARIANTS } from "./ninth-variants.ts";
import { PROJECTS } from "./projects.ts";
import { PURCHASES } from "./purchases.ts";
import { SECOND_KEPT } from "./second-kept.ts";
import { SERVICES } from "./services.ts";
import { SEVENTH_A } from "./seventh-a.ts";
import { SEVENTH_B } from "./seventh-b.ts";
import { SEVENTH_VARIANTS } from "./seventh-variants.ts";
import { SIXTH } from "./sixth.ts";
import { TENTH_A } from "./tenth-a.ts";
import { TENTH_B } from "./tenth-b.ts";
import { TENTH_C } from "./tenth-c.ts";
import { THIRD_KEPT_A } from "./third-kept-a.ts";
import { THIRD_KEPT_B } from "./third-kept-b.ts";
import { THIRTEENTH_A } from "./thirteenth-a.ts";
import { THIRTEENTH_B } from "./thirteenth-b.ts";
import { TOWN } from "./town.ts";
import { TWELFTH_A } from "./twelfth-a.ts";
import { TWELFTH_B } from "./twelfth-b.ts";
import { TWELFTH_C } from "./twelfth-c.ts";
import { TWELFTH_D } from "./twelfth-d.ts";
import { VARIANTS } from "./variants.ts";
import { VARIANTS_KEPT, VARIANTS_KEPT_TOO } from "./variants-kept.ts";
import { WORDINGS } from "./wordings.ts";
import { WORKS } from "./works.ts";

describe.each([
  ["services", SERVICES],
  ["purchases", PURCHASES],
  ["works", WORKS],
  ["leases", LEASES],
  ["amendments", AMENDMENTS],
  ["kept apart: services", KEPT_SERVICES],
  ["kept apart: purchases", KEPT_PURCHASES],
  ["kept apart: others", KEPT_OTHERS],
  ["kept apart, a second time", SECOND_KEPT],
  ["small clauses", WORDINGS],
  ["another author: towns", TOWN],
  ["another author: firms", FIRMS],
  ["another author: projects", PROJECTS],
  ["another author, kept apart: one to nine", THIRD_KEPT_A],
  ["another author, kept apart: ten to eighteen", THIRD_KEPT_B],
  ["a third author, kept apart", FOURTH_KEPT],
  ["a sixth author, kept apart", SIXTH],
  ["a seventh author, kept apart: one to seven", SEVENTH_A],
  ["a seventh author, kept apart: eight to fourteen", SEVENTH_B],
  ["an eighth author, kept apart: one to seven", EIGHTH_A],
  ["an eighth author, kept apart: eight to fourteen", EIGHTH_B],
  ["a ninth author, kept apart: one to eight", NINTH_A],
  ["a ninth author, kept apart: nine to sixteen", NINTH_B],
  ["a tenth author, kept apart: one to seven", TENTH_A],
  ["a tenth author, kept apart: eight to thirteen", TENTH_B],
  ["a tenth author, kept apart: fourteen to eighteen", TENTH_C],
  ["an eleventh author, kept apart: one to seven", ELEVENTH_A],
  ["an eleventh author, kept apart: eight to fifteen", ELEVENTH_B],
  ["an eleventh author, kept apart: sixteen to twenty", ELEVENTH_C],
  ["a twelfth author, kept apart: twelve and thirteen", TWELFTH_B],
  ["a twelfth author, kept apart: fifteen and sixteen", TWELFTH_C],
  ["a twelfth author: one to six", TWELFTH_A],
  ["a twelfth author: seven to eleven", TWELFTH_D],
  ["a thirteenth author: one to eight", THIRTEENTH_A],
  ["a thirteenth author: nine to sixteen", THIRTEENTH_B],
  ["a fourteenth author: one to six", FOURTEENTH_A],
  ["a fourteenth author: seven to twelve", FOURTEENTH_B],
  ["what the ninth and tenth authors showed, told otherwise", NINTH_VARIANTS],
  ["what the eighth author showed, told otherwise", EIGHTH_VARIANTS],
  ["what the seventh author showed, told otherwise", SEVENTH_VARIANTS],
  ["variants of what others showed", VARIANTS],
  ["variants, kept apart", VARIANTS_KEPT],
  ["variants, kept apart a second time", VARIANTS_KEPT_TOO],
  ["a fourth author, kept apart", FIFTH_A],
  ["a fifth author, kept apart", FIFTH_B],
  ["facts and payments in ways of their own: one to nine", FACTS_A],
  ["facts and payments in ways of their own: thirteen to seventeen", FACTS_B],
  ["facts and payments in ways of their own: nineteen to twenty-five", FACTS_C],
])("agreements written by hand: %s", (_, agreements) => {
  test.each(agreements)("$name", (agreement) => {
    expect(judgeTold(agreement)).toEqual([]);
  });
});
