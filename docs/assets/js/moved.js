/**
 * On the page at an old address: takes the part that was asked for (`#law`) along to the new one.
 *
 * The page leads on without this, too, but a refresh forgets the part. It waits until the page has loaded, and so
 * comes after this.
 */
const link = document.querySelector("a");
if (link && location.hash) {
  location.replace(`${link.href}${location.hash}`);
}
