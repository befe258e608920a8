/**
 * A password as the programs that lock PDFs may have written it: as given; as SASLprep spells it (RFC 4013, asked
 * for since PDF 2.0: compatible forms are one, soft hyphens fall away); and that in UTF-8 bytes, one a character.
 */
export function toPasswordSpellings(password: string): [given: string, ...others: string[]] {
  const prepared = password.replace(MAPPED_TO_NOTHING, "").normalize("NFKC");
  const others = new Set([prepared, Buffer.from(prepared, "utf8").toString("latin1")]);
  others.delete(password);
  return [password, ...others];
}

const MAPPED_TO_NOTHING = /\p{Default_Ignorable_Code_Point}/gu;
