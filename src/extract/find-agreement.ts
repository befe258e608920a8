import type { Agreement } from "../model/agreement.ts";
import type { Flow } from "../model/flow.ts";
import { findProjectCode } from "./find-agreement-project.ts";
import { findTitle } from "./find-agreement-title.ts";
import { findSigningDay } from "./find-dates.ts";
import { findParties } from "./find-parties.ts";
import { findProjectName } from "./find-project-name.ts";
import { findTerms, type Terms } from "./find-term.ts";

/**
 * What an agreement says of itself: title, code, project, parties, signing date and term; null where it doesn't.
 * `furniture` is what its pages' headers and footers say: a code may stand there alone.
 */
export function findAgreement(
  flow: Flow,
  furniture: Flow = [],
  { term, before }: Terms = findTerms(flow),
): Agreement {
  return {
    title: findTitle(flow),
    projectCode: findProjectCode(flow) ?? findProjectCode(furniture),
    projectName: findProjectName(flow),
    parties: findParties(flow),
    signedOn: findSigningDay(flow),
    term,
    ...(before === undefined ? {} : { originalTerm: before }),
  };
}
