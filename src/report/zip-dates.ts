/** Signatures of the records of a zip file that carry a date, and of the record that ends it. */
const localEntry = 0x04034b50;
const centralEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;

/** Length of the end record without its comment. */
const endLength = 22;

/**
 * Set the date of every entry of a zip file (xlsx, docx) to one day, so that the same content gives the same bytes.
 *
 * The libraries that write these files stamp them with the clock. Only the dates are changed, in place of a copy.
 *
 * @param zip - a whole zip file without comment and under 4 GB, as office files are.
 * @param date - ISO date; days before 1980, which zip cannot say, become its first day.
 * @throws TypeError when `zip` is no zip file.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3 and 4.4.6
 */
export function fixZipDates(zip: Uint8Array, date: string): Uint8Array {
  // Not `slice`, which gives a Buffer a view of the same memory.
  const bytes = Uint8Array.from(zip);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - endLength;
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) {
    throw new TypeError(`fixZipDates: zip must be a zip file without comment; got ${bytes.length} other bytes`);
  }
  const day = zipDate(date);
  let at = view.getUint32(end + 16, true);
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries--) {
    if (view.getUint32(at, true) !== centralEntry) throw new TypeError("fixZipDates: the directory must be whole");
    setDate(view, at + 12, day);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== localEntry) throw new TypeError("fixZipDates: every entry must be there");
    setDate(view, local + 10, day);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function setDate(view: DataView, at: number, day: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, day, true);
}

/** Days as MS-DOS packs them: years since 1980, month, day. */
function zipDate(date: string): number {
  const [year = 1980, month = 1, day = 1] = date.split("-").map(Number);
  return year < 1980 ? 0x21 : ((year - 1980) << 9) | (month << 5) | day;
}
