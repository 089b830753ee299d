/** 1 January 1980, the first day that a zip archive can name. */
const firstDay = 0x0021;
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
/** Places of date fields in a local header and in an entry of the directory, which also says where the former is. */
const localDate = 12;
const entryDate = 14;
const entrySize = 46;

/**
 * Set the dates of all files in a zip archive to the first that there is, so that the clock leaves nothing in it.
 *
 * Contents stay as they are compressed; archives of more than 4 GB are not known.
 *
 * @throws RangeError when the bytes are no zip archive.
 * @see APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function fixZipDates(archive: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const end = endOfDirectory(view);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== entryMark) throw new RangeError("fixZipDates: the directory must hold its entries");
    setDate(view, at + entryDate);
    setDate(view, view.getUint32(at + 42, true) + localDate);
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    at += entrySize + lengths.reduce((sum, length) => sum + length, 0);
  }
  return bytes;
}

function setDate(view: DataView, place: number): void {
  view.setUint16(place - 2, 0, true);
  view.setUint16(place, firstDay, true);
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === endMark) return at;
  throw new RangeError("fixZipDates: the bytes must be a zip archive; got no end of its directory");
}
