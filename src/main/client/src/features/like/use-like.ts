import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import { putLikes, refreshTopic } from '@/lib/entities/topic';

type Params = { readonly params: { readonly path: { readonly id: number } } };

function ask(kind: 'topic' | 'reply', liked: boolean, params: Params) {
  if (kind === 'topic') {
    return liked
      ? api.PUT('/api/topic/{id}/like', params)
      : api.DELETE('/api/topic/{id}/like', params);
  }
  return liked
    ? api.PUT('/api/reply/{id}/like', params)
    : api.DELETE('/api/reply/{id}/like', params);
}

/**
 * Changes the reader's like of a post. The page shows it at once; the server's answer, which counts the likes of others
 * too, replaces it, and after a failure the page is fetched again.
 */
export function useLike(topicId: number, replyId: number | undefined) {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    scope: { id: `like-${topicId}-${replyId ?? 0}` },
    mutationFn: (liked: boolean) =>
      answerTo(
        ask(replyId === undefined ? 'topic' : 'reply', liked, {
          params: { path: { id: replyId ?? topicId } },
        }),
      ),
    onSuccess: ({ likes, liked }) => putLikes(queries, topicId, replyId, likes, liked),
    onError: () => void refreshTopic(queries, topicId),
  });
  return (likes: number, liked: boolean) => {
    putLikes(queries, topicId, replyId, likes, liked);
    mutate(liked);
  };
}
