import { Pencil, Quote, Trash2 } from 'lucide-react';
import { Button } from '@/components/button/Button';
import { useText } from '@/lib/i18n/use-text';
import css from './post.module.css';

interface Props {
  readonly permissions: { readonly edit: boolean; readonly delete: boolean };
  readonly onQuote: (() => void) | undefined;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** What the reader may do with a post; nothing where they may do nothing. */
export function PostActions({ permissions, onQuote, onEdit, onDelete }: Props) {
  const text = useText();
  if (!onQuote && !permissions.edit && !permissions.delete) return null;
  return (
    <div className={`${css.actions} no-print`}>
      {onQuote && (
        <Button look="quiet" small onClick={onQuote}>
          <Quote aria-hidden />
          {text('action.quote')}
        </Button>
      )}
      {permissions.edit && (
        <Button look="quiet" small onClick={onEdit}>
          <Pencil aria-hidden />
          {text('action.edit')}
        </Button>
      )}
      {permissions.delete && (
        <Button look="quiet" small onClick={onDelete}>
          <Trash2 aria-hidden />
          {text('action.delete')}
        </Button>
      )}
    </div>
  );
}
