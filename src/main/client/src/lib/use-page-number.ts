import { useSearchParams } from 'react-router';

/** The page of a list in the address; what is not a page number is the first page. */
export function usePageNumber(): number {
  const [search] = useSearchParams();
  return pageNumber(search.get('page'));
}

export function pageNumber(text: string | null): number {
  const page = Number(text ?? '1');
  return Number.isSafeInteger(page) && page >= 1 ? page : 1;
}
