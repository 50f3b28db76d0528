/** The first and the last page and those beside the current one; null stands for the pages left out in between. */
export function pagesAround(page: number, last: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, last]
    .filter((each) => each >= 1 && each <= last)
    .filter((each, index, all) => all.indexOf(each) === index)
    .sort((a, b) => a - b);
  return shown.flatMap((each, index) => {
    const before = shown[index - 1];
    if (before === undefined || each - before === 1) return [each];
    return each - before === 2 ? [each - 1, each] : [null, each];
  });
}
