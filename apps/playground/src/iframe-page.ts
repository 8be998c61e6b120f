const frame = document.querySelector('iframe');
// the page inside is told the same as this one
if (frame) frame.src = `plain.html${location.search}`;
