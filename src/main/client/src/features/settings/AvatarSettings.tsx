import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { Avatar } from '@/components/avatar/Avatar';
import { Note } from '@/components/state/Note';
import { Button } from '@/components/button/Button';
import { ProblemNote } from '@/components/state/Problem';
import { lazyPart } from '@/components/slot/lazy-part';
import { Panel } from '@/components/panel/Panel';
import { answerTo, api } from '@/lib/api/client';
import type { CurrentUser } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { refreshAll, sessionQuery } from '@/lib/entities/session';
import { PictureChooser } from './PictureChooser';
import css from './settings.module.css';

const Cropper = lazyPart(() => import('./PictureCropper'));

export default function AvatarSettings({ member }: { readonly member: CurrentUser }) {
  const text = useText();
  const queries = useQueryClient();
  const [source, setSource] = useState<string | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => () => (source === null ? undefined : URL.revokeObjectURL(source)), [source]);

  const uploading = useMutation({
    mutationFn: (picture: Blob) =>
      answerTo(api.POST('/api/image/add', { body: picture as never, bodySerializer: asForm })),
    onSuccess: ({ image }) => {
      setSource(null);
      queries.setQueryData(sessionQuery.queryKey, (before) => before && { ...before, image });
      refreshAll(queries);
      notify(text('settings.avatar.done'));
    },
  });
  const removing = useMutation({
    mutationFn: () => answerTo(api.DELETE('/api/image')),
    onSuccess: () => {
      queries.setQueryData(sessionQuery.queryKey, (before) => before && { ...before, image: null });
      refreshAll(queries);
      notify(text('settings.avatar.removed'));
    },
  });
  const choose = (file: File) => {
    uploading.reset();
    removing.reset();
    setUnreadable(false);
    setSource(URL.createObjectURL(file));
  };
  return (
    <Panel title={text('settings.avatar')} lead={text('settings.avatar.lead')}>
      {source === null ? (
        <div className={css.picture}>
          <Avatar member={member} size="huge" />
          <PictureChooser onChoose={choose} />
          {member.image !== null && (
            <Button busy={removing.isPending} onClick={() => removing.mutate()}>
              <Trash2 aria-hidden />
              {text('settings.avatar.remove')}
            </Button>
          )}
        </div>
      ) : (
        <Suspense>
          <Cropper
            source={source}
            busy={uploading.isPending}
            onUse={(picture) => uploading.mutate(picture)}
            onCancel={() => setSource(null)}
            onUnreadable={() => {
              setSource(null);
              setUnreadable(true);
            }}
          />
        </Suspense>
      )}
      {unreadable && <Note>{text('settings.avatar.unreadable')}</Note>}
      {uploading.isError && <ProblemNote error={uploading.error} />}
      {removing.isError && <ProblemNote error={removing.error} />}
    </Panel>
  );
}

function asForm(picture: unknown): FormData {
  const form = new FormData();
  form.append('image', picture as Blob, 'picture.png');
  return form;
}
