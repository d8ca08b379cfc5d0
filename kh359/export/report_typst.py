"""The form of the PDF report in typst's language: the measures of `report_form`, no content."""

from kh359.charts.still.typeface import SERIF
from kh359.export import report_form as measure

_CAPITAL, _SINGLE = 0.662, 1.149
"""Height of a capital, from which typst counts, and of a single-spaced line, per point."""
_LEADING = measure.BODY * (measure.LINE_SPACING * _SINGLE - _CAPITAL)

_MEASURES = f"""
#let text-width = {measure.TEXT_WIDTH}mm
#let issuer-width = {measure.ISSUER_WIDTH}mm
#let first-line = {measure.FIRST_LINE}mm
#let leading = {_LEADING:.2f}pt
#let gap = {_LEADING + measure.PARAGRAPH_GAP:.2f}pt
#let page-number = {measure.PAGE_NUMBER}pt
#set page(
  width: {measure.PAGE_WIDTH}mm, height: {measure.PAGE_HEIGHT}mm,
  margin: (top: {measure.TOP}mm, bottom: {measure.BOTTOM}mm,
    left: {measure.LEFT}mm, right: {measure.RIGHT}mm),
  header-ascent: {measure.TOP - measure.HEADER - 5}mm,
)
#set text(font: "{SERIF}", size: {measure.BODY}pt, fallback: false, lang: language,
  overhang: false)
#show heading: set text(size: {measure.BODY}pt)
#show figure.caption: set text(size: {measure.CAPTION}pt, weight: "bold")

#let nation-size = {measure.NATION}pt
#let motto-size = {measure.MOTTO}pt
#let number-size = {measure.NUMBER}pt
#let place-size = {measure.PLACE}pt
#let title-size = {measure.TITLE}pt
#let addressees-size = {measure.ADDRESSEES}pt
#let addressee-size = {measure.ADDRESSEE}pt
#let cell-size = {measure.CELL}pt
#let source-size = {measure.SOURCE_LINE}pt
#let issuer-rule = issuer-width * {measure.ISSUER_RULE}
"""

_FORM = r"""
#set page(header: context {
  let own = counter(page).get().first()
  if own > 1 { align(center, text(size: page-number, str(own))) }
})
#set par(justify: true, leading: leading, spacing: gap,
  first-line-indent: (amount: first-line, all: true))
#set heading(numbering: (..n) => {
  let n = n.pos()
  if n.len() == 1 { numbering("I.", ..n) } else { numbering("1.", n.last()) }
})
#show heading: it => block(above: gap, below: gap, sticky: true, {
  h(first-line)
  counter(heading).display(it.numbering)
  [ ]
  it.body
})
#show figure.caption: it => block(above: 8pt, below: 5pt, sticky: true, {
  set par(first-line-indent: 0mm, justify: false, leading: 4pt)
  [#it.supplement #context it.counter.display(it.numbering). #it.body]
})
#set figure(gap: 4pt)
#show figure: set block(above: gap, below: 4pt)

#let line-of(length, thickness: 0.75pt) = block(above: 5pt, below: 6pt,
  line(length: length, stroke: thickness))
#let flat(body) = {
  set par(first-line-indent: 0mm, justify: false, leading: 0.487em, spacing: 0.487em)
  body
}
#let letterhead(issuer: (), number: "", nation: "", motto: "", motto-rule: 0mm, place: "",
  name: "", subject: (), subject-rule: 0mm) = flat({
  grid(columns: (issuer-width, 1fr), row-gutter: 8pt, align: center + top,
    {
      set text(size: nation-size)
      par(issuer.first())
      par(strong(issuer.last()))
      align(center, line-of(issuer-rule))
    },
    {
      par(text(size: nation-size, strong(nation)))
      par(text(size: motto-size, strong(motto)))
      align(center, line-of(motto-rule))
    },
    text(size: number-size, number),
    text(size: place-size, emph(place)),
  )
  v(14pt)
  set align(center)
  set text(size: title-size)
  par(strong(name))
  for part in subject { par(strong(part)) }
  line-of(subject-rule)
  v(8pt)
})
#let paragraph(body, leads: false) = block(sticky: leads, width: 100%, above: gap, below: gap, {
  par(body)
})
#let source-line(body) = block(above: 4pt, below: gap + 2pt, flat(
  text(size: source-size, emph(body))))
#let grid-of(label: "", caption: "", shares: (), aligned: (), headers: (), rows: (),
  source: "", whole: false) = {
  show figure: set block(breakable: not whole)
  figure(kind: table, supplement: label, caption: figure.caption(position: top, caption), {
    set text(size: cell-size)
    set par(first-line-indent: 0mm, justify: false, leading: 4pt)
    set table.cell(breakable: false)
    table(
      columns: shares,
      align: (column, row) => if row == 0 { center + horizon } else { aligned.at(column) + top },
      inset: (x: 4pt, y: 3.5pt),
      stroke: 0.5pt,
      table.header(repeat: true, ..headers.map(words => strong(words))),
      ..rows,
    )
  })
  source-line(source)
}
#let plate(label: "", caption: "", file: "", alt: "", source: "") = block(breakable: false, {
  figure(kind: image, supplement: label, caption: caption, image(file, width: text-width, alt: alt))
  source-line(source)
})
#let signature(title: "", addressees: (), power: "", post: "", note: "", name: "") = block(
  breakable: false, above: gap * 2, flat(grid(columns: (1fr, 1fr),
    {
      set text(size: addressee-size)
      par(text(size: addressees-size, strong(emph(title))))
      for line in addressees { par(line) }
    },
    align(center, {
      par(strong(power))
      par(strong(post))
      par(text(size: place-size, emph(note)))
      v(22mm)
      par(strong(name))
    }),
  )))
#let annex(number: "", title: "", note: "") = {
  counter(page).update(0)
  pagebreak()
  flat(align(center, {
    par(strong(number))
    par(strong(title))
    par(emph(note))
  }))
  v(6pt)
}
"""
TEMPLATE = _MEASURES + _FORM
