import { BoardName } from '@/components/board/BoardName';
import { Button } from '@/components/button/Button';
import { Field } from '@/components/field/Field';
import { useRegion, useText } from '@/lib/i18n/use-text';
import { contrast, ENOUGH, GROUNDS, INKS } from './contrast';
import colourCss from './colour.module.css';
import formCss from './form.module.css';

/** Where somebody begins to choose: seen well on both grounds. */
const FIRST = '#3c8575';

interface Props {
  /** As `#rrggbb`; empty for none. */
  readonly value: string;
  /** What wears the colour. */
  readonly sample: { readonly id: number; readonly title: string };
  readonly onChange: (value: string) => void;
}

/** A colour, and how well it is seen on the grounds of both themes. */
export function ColourField({ value, sample, onChange }: Props) {
  const text = useText();
  const region = useRegion();
  const ratio = new Intl.NumberFormat(region, { maximumFractionDigits: 1 });
  return (
    <Field label={text('admin.colour')} hint={text('admin.colour.hint')}>
      {(control) => (
        <div className={colourCss.colour}>
          <input
            type="color"
            className={colourCss.colourInput}
            value={value === '' ? FIRST : value}
            onChange={(event) => onChange(event.target.value)}
            {...control}
          />
          {value === '' ? (
            <span className={formCss.hint}>{text('admin.colour.none')}</span>
          ) : (
            <Button small onClick={() => onChange('')}>
              {text('admin.colour.remove')}
            </Button>
          )}
          <ul className={colourCss.samples}>
            {(['light', 'dark'] as const).map((theme) => {
              const seen = value === '' ? undefined : contrast(value, GROUNDS[theme]);
              return (
                <li
                  key={theme}
                  className={colourCss.sample}
                  style={{ background: GROUNDS[theme], color: INKS[theme] }}
                >
                  <BoardName id={sample.id} title={sample.title} colour={value || null} />
                  {seen !== undefined && (
                    <span className={colourCss.sampleWords}>
                      {text(seen >= ENOUGH ? 'admin.colour.good' : 'admin.colour.weak', {
                        theme: text(`admin.colour.${theme}`),
                        ratio: ratio.format(seen),
                      })}
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </Field>
  );
}
