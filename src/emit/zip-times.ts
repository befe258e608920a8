/** 1 January 1980, 00:00, the first moment a ZIP can tell. */
const TIME_AND_DATE = 0x0021_0000;

const CENTRAL_ENTRY = 0x0201_4b50;
const END_OF_DIRECTORY = 0x0605_4b50;
const END_BYTES = 22;

/** Sets the time of every file in a ZIP without a comment to one moment, in place: the same files give the same bytes. */
export function withoutZipTimes(zip: Uint8Array): Uint8Array {
  const bytes = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_BYTES;
  if (bytes.getUint32(end, true) !== END_OF_DIRECTORY) throw new TypeError("not a ZIP without a comment");
  const count = bytes.getUint16(end + 10, true);
  let entry = bytes.getUint32(end + 16, true);
  for (let at = 0; at < count; at++) {
    if (bytes.getUint32(entry, true) !== CENTRAL_ENTRY) throw new TypeError("the ZIP's directory is damaged");
    bytes.setUint32(entry + 12, TIME_AND_DATE, true);
    bytes.setUint32(bytes.getUint32(entry + 42, true) + 10, TIME_AND_DATE, true);
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.getUint16(entry + offset, true));
    entry += 46 + name + extra + comment;
  }
  return zip;
}
