/** Of the public contract: another first number says other things by the same names. */
export const SCHEMA_VERSION = "1.0.0";
