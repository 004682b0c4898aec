/** `89.5` m² as the operation takes it: 1/100 m². Null when empty; a text that is no area becomes 0, which the door refuses. */
export function areaTyped(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[㎡\s]|m2/gi, '');
  if (text === '') return null;
  return /^\d{1,6}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : 0;
}
