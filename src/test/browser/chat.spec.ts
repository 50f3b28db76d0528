import { expect, test } from './support/forum';

test('a conversation is opened from a profile, and found again among the contacts', async ({
  page,
  forum,
  other,
}) => {
  const friend = await other.forum.register('friend');
  await forum.register();
  await page.goto(`/user/${friend.id}`);
  await page.getByRole('button', { name: 'Message' }).click();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: friend.username })).toBeVisible();
  const address = page.url();
  await page.goto('/chat');
  await page.getByRole('link', { name: friend.username }).click();
  await expect(page).toHaveURL(address);
});
