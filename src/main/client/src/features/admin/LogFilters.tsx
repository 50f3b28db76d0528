import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/button/Button';
import { TextField } from '@/components/field/Field';
import { SelectField } from '@/components/field/SelectField';
import { memberQuery } from '@/lib/entities/member';
import { useText } from '@/lib/i18n/use-text';
import { KINDS } from './log-wanted';
import { MemberPicker } from './MemberPicker';
import { idIn, type useChoices } from './use-choices';
import { actionName } from './words';
import formCss from './form.module.css';
import pageCss from './page.module.css';

const ACTIONS = [
  'board.create',
  'board.change',
  'board.order',
  'board.rights',
  'board.delete',
  'group.create',
  'group.change',
  'group.delete',
  'group.join',
  'group.leave',
  'member.role',
  'member.sessions',
  'topic.pin',
  'topic.lock',
  'topic.unlock',
  'topic.hide',
  'topic.delete',
  'topic.restore',
  'topic.move',
  'topic.merge',
  'topic.split',
  'reply.hide',
  'reply.delete',
  'reply.restore',
] as const;

/** Narrows the log down; each choice takes effect at once. */
export function LogFilters({ choices }: { readonly choices: ReturnType<typeof useChoices> }) {
  const text = useText();
  const type = choices.get('type');
  return (
    <search className={pageCss.subPage}>
      <div className={pageCss.filters}>
        <Actor choices={choices} />
        <SelectField
          label={text('admin.log.action')}
          value={choices.get('action')}
          options={[
            ['', text('admin.log.anyAction')],
            ...KINDS.flatMap((kind) => [
              [kind, text(`admin.log.all.${kind}`)] as const,
              ...ACTIONS.filter((action) => action.startsWith(`${kind}.`)).map(
                (action) => [action, `– ${actionName(action, text)}`] as const,
              ),
            ]),
          ]}
          onChange={(action) => choices.set({ action })}
        />
      </div>
      <div className={pageCss.filters}>
        <SelectField
          label={text('admin.log.target')}
          value={type}
          options={[
            ['', text('admin.log.anyTarget')],
            ...KINDS.map((target) => [target, text(`admin.target.${target}`)] as const),
          ]}
          onChange={(next) => choices.set({ type: next, target: '' })}
        />
        {type !== '' && (
          <TextField
            key={choices.get('target')}
            label={text('admin.log.number')}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={choices.get('target')}
            onBlur={(event) => {
              const target = idIn(event.target.value.trim());
              const next = target === 0 ? '' : String(target);
              if (next !== choices.get('target')) choices.set({ target: next });
            }}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        )}
        <TextField
          label={text('admin.log.from')}
          type="date"
          value={choices.get('from')}
          onChange={(event) => choices.set({ from: event.target.value })}
        />
        <TextField
          label={text('admin.log.to')}
          type="date"
          value={choices.get('to')}
          onChange={(event) => choices.set({ to: event.target.value })}
        />
      </div>
    </search>
  );
}

/** Whose acts are shown. */
function Actor({ choices }: { readonly choices: ReturnType<typeof useChoices> }) {
  const text = useText();
  const id = idIn(choices.get('actor'));
  const member = useQuery({ ...memberQuery(id), enabled: id !== 0 });
  if (id === 0) {
    return (
      <MemberPicker
        label={text('admin.log.actor')}
        onChoose={(chosen) => choices.set({ actor: String(chosen.id) })}
      />
    );
  }
  const name = member.data?.username ?? text('admin.log.someone', { id });
  return (
    <div className={pageCss.chosen}>
      <span className={formCss.legend}>{text('admin.log.actor')}</span>
      <span className={pageCss.bar}>
        <strong dir="auto">{name}</strong>
        <Button small onClick={() => choices.set({ actor: '' })}>
          {text('admin.log.anyActor')}
        </Button>
      </span>
    </div>
  );
}
