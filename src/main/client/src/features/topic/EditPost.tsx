import type { PostProps } from '@/components/slot/slots';
import { EditReply } from './EditReply';
import { EditTopic } from './EditTopic';

interface Props extends PostProps {
  readonly onDone: () => void;
}

export default function EditPost({ topic, reply, onDone }: Props) {
  return reply ? (
    <EditReply reply={reply} onDone={onDone} />
  ) : (
    <EditTopic topic={topic} onDone={onDone} />
  );
}
