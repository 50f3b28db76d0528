import type { Reply } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import css from './moderation.module.css';

interface Props {
  readonly replies: readonly Reply[];
  readonly chosen: readonly number[];
  readonly error: string | undefined;
  readonly onChoose: (ids: readonly number[]) => void;
}

/** The replies of the page that is shown, to choose from. */
export function ReplyChoice({ replies, chosen, error, onChoose }: Props) {
  const text = useText();
  return (
    <fieldset className={css.replies}>
      <legend>{text('moderation.split.replies')}</legend>
      {replies.map((reply) => (
        <label key={reply.id} className={css.reply}>
          <input
            type="checkbox"
            checked={chosen.includes(reply.id)}
            onChange={(event) =>
              onChoose(
                event.target.checked
                  ? [...chosen, reply.id]
                  : chosen.filter((id) => id !== reply.id),
              )
            }
          />
          <span dir="auto">
            #{reply.floor} <bdi>{reply.author.username}</bdi>: {reply.content.slice(0, 80)}
          </span>
        </label>
      ))}
      {error && <p className={css.error}>{error}</p>}
    </fieldset>
  );
}
