import { describe, expect, test } from 'vitest';
import { apply, oddities, plainLaw, read } from './helpers.ts';

describe('a decision for many texts', () => {
  const many = `国务院关于修改部分行政法规的决定

国务院决定对下列行政法规的部分条款予以修改。

一、将《甲条例》第二条修改为：“甲的新二。”

第三条增加一款，作为第二款：“甲三第二款。”

二、删去《乙办法》第三条第二款。

三、将《示例条例》第一条中的“第1号”修改为“新一号”。

删去第二条。

四、《丁条例》第五条第一项修改为：“（一）丁；”。

此外，对相关行政法规中的条文序号作相应调整。

本决定自公布之日起施行。`;

  test('titles inside the clauses: each text gets its own operations and the general clause', () => {
    expect(read(many, '甲条例')).toEqual([
      'substitute 第二条 “甲的新二。”',
      'insert 第三条 as:第三条第二款 paragraph “甲三第二款。”',
      'general numbering',
    ]);
    expect(read(many, '乙办法')).toEqual(['repeal 第三条第二款', 'general numbering']);
    expect(read(many, '示例条例')).toEqual([
      'replaceWords 第一条 [第1号]→[新一号]',
      'repeal 第二条',
      'general numbering',
    ]);
    expect(apply(plainLaw(3), many).lines).toEqual(['第一条 新一号内容甲。', '第二条 第3号内容甲。']);
  });

  test('a text that the decision does not speak of: nothing is done, and it is said', () => {
    expect(read(many, '戊条例')).toEqual([]);
    expect(oddities(many, '戊条例')).toEqual(['decision-other-text']);
    const { result } = apply('戊条例\n\n第一条　甲。\n', many);
    expect(result.complete).toBe(false);
  });

  test('sections with a title line, their numbers starting again', () => {
    const batch = `最高人民法院关于修改《关于甲的解释》等三件司法解释的决定

一、修改《关于甲的解释》

1.将引言修改为：

“甲引言。”

2.将第二条修改为：

“下列情形：

1.一；

2.二。”

3.删除第三条、第四条。

4.条文顺序作相应调整。

二、修改《关于乙的解释（试行）》

将第二条修改为：

“乙二。

乙二第二款。”

三、修改《关于丙的解释》

1.将第一条修改为：

“丙一。”

本决定自2021年1月1日起施行。

根据本决定，《关于甲的解释》等三件司法解释作相应修改后重新公布。`;
    expect(read(batch, '关于甲的解释')).toEqual([
      'retitle introduction “甲引言。”',
      'substitute 第二条 “下列情形：/1.一；/2.二。”',
      'repeal 第三条',
      'repeal 第四条',
      'general numbering',
    ]);
    expect(read(batch, '关于乙的解释（试行）')).toEqual(['substitute 第二条 “乙二。/乙二第二款。”']);
    expect(read(batch, '关于丙的解释')).toEqual(['substitute 第一条 “丙一。”']);
  });

  test('sections of a local decision with bare titles and with titles in brackets', () => {
    const local = `示例省人民代表大会常务委员会关于修改部分地方性法规的决定

示例省第十一届人民代表大会常务委员会第十七次会议决定，修改下列地方性法规：

一、示例省甲管理条例

（一）删去第二条。

（二）第三条修改为：“甲三。”

二、《示例省乙条例》

（一）将第一条中的“甲”修改为“乙”。

三、对《示例省丙条例》作出修改

（一）第一条增加一款，作为第二款：“丙。”`;
    expect(read(local, '示例省甲管理条例')).toEqual(['repeal 第二条', 'substitute 第三条 “甲三。”']);
    expect(read(local, '示例省乙条例')).toEqual(['replaceWords 第一条 [甲]→[乙]']);
    expect(read(local, '示例省丙条例')).toEqual(['insert 第一条 as:第一条第二款 paragraph “丙。”']);
  });

  test('one change of words for a list of texts', () => {
    const list = `国务院关于废止和修改部分行政法规的决定

二、对下列行政法规中的有关条款作出修改

（一）将下列行政法规中的“征用”修改为“征收、征用”

1.《甲条例》第二条、第四条

2.《示例条例》第一条

（二）将下列行政法规中引用的“治安管理处罚条例”修改为“治安管理处罚法”

3.《示例条例》第三条

4.《乙条例》第六条`;
    expect(read(list, '示例条例')).toEqual([
      'replaceWords 第一条 [征用]→[征收、征用]',
      'replaceWords 第三条 [治安管理处罚条例]→[治安管理处罚法]',
    ]);
    expect(read(list, '甲条例')).toEqual([
      'replaceWords 第二条 [征用]→[征收、征用]',
      'replaceWords 第四条 [征用]→[征收、征用]',
    ]);
  });

  test('a clause list under a heading clause: 对部分条文作以下修改', () => {
    const tail =
      '决定对《示例条例》作如下修改：\n一、对部分条文作以下修改：\n（一）删去第一条。\n（二）将第二条中的“甲”修改为“乙”。\n二、删去第三条。';
    expect(read(tail, '示例条例')).toEqual([
      'repeal 第一条',
      'replaceWords 第二条 [甲]→[乙]',
      'repeal 第三条',
    ]);
  });

  test('a decision of one operation gives it no number', () => {
    const single = `国务院关于修改《示例条例》的决定

国务院决定对《示例条例》作如下修改：

将第二条修改为：“新二。”

本决定自公布之日起施行。

《示例条例》根据本决定作相应修改，重新公布。`;
    expect(read(single, '示例条例')).toEqual(['substitute 第二条 “新二。”']);
    expect(
      read('国务院决定，将《示例条例》第二条第一款修改为：“新。”\n本决定自公布之日起施行。', '示例条例'),
    ).toEqual(['substitute 第二条第一款 “新。”']);
  });

  test('the republished text below the decision is not read as instructions', () => {
    const whole = `示例市人民政府关于修改《示例条例》的决定

一、将第一条修改为：“新一。”

本决定自公布之日起施行。

《示例条例》根据本决定作相应修改，重新公布。

示例条例

第一条　新一。

第二条　对第一条修改为更严格标准的，增加一条记录。
`;
    const second = '对第一条修改为更严格标准的，增加一条记录。';
    const { fates, result } = apply(plainLaw(2, { 2: second }), whole);
    expect(fates).toEqual(['substitute']);
    expect(result.complete).toBe(true);
    expect(result.comparison?.map((row) => row.class)).toEqual(['same', 'same']);
    // It is held against the computed text without being asked for.
    expect(apply(plainLaw(2), whole).result.complete).toBe(false);
  });

  test('an amendment of the criminal law names it by its short name', () => {
    const amendment =
      '中华人民共和国刑法修正案（九）\n\n一、在刑法第三十七条后增加一条，作为第三十七条之一：“甲。”\n二、删去刑法第一百九十九条。\n三、本修正案自2015年11月1日起施行。';
    expect(read(amendment, '中华人民共和国刑法')).toEqual([
      'insert 第三十七条 as:第三十七条之一 article “甲。”',
      'repeal 第一百九十九条',
    ]);
  });

  test('clauses numbered 第一条 … of a 修正案', () => {
    const amendment =
      '宪法修正案\n\n第一条　宪法第三条第二款修改为：“甲。”\n\n第二条　宪法第十条增加一款，作为第三款：“乙。”';
    expect(read(amendment, '中华人民共和国宪法')).toEqual([
      'substitute 第三条第二款 “甲。”',
      'insert 第十条 as:第十条第三款 paragraph “乙。”',
    ]);
  });
});

describe('lists in annexes, texts without titles', () => {
  test('the decision lists its texts in an annex whose numbers start again', () => {
    const decision = `国务院关于修改和废止部分行政法规的决定

国务院决定：

一、对3部行政法规的部分条款予以修改。（附件1）

二、对2部行政法规予以废止。（附件2）

本决定自2021年1月1日起施行。

附件：1.国务院决定修改的行政法规

2.国务院决定废止的行政法规

附件1

国务院决定修改的行政法规

一、将《甲条例》第九条修改为：“甲九。”

二、删去《示例条例》第二条。

第三条改为第二条，并将其中的“第3号”修改为“第二号”。

三、将《丙条例》第一条中的“甲”修改为“乙”。

此外，对相关行政法规中的条文序号作相应调整。

附件2

国务院决定废止的行政法规

一、丁条例（1990年1月1日国务院令第1号发布）`;
    expect(read(decision, '示例条例')).toEqual([
      'repeal 第二条',
      'renumber 第三条 as:第二条',
      'replaceWords 第三条 [第3号]→[第二号]',
      'general numbering',
    ]);
    const { lines, result } = apply(plainLaw(3), decision);
    expect(lines).toEqual(['第一条 第1号内容甲。', '第二条 第二号内容甲。']);
    expect(result.complete).toBe(true);
  });

  test('a text without a title line takes the operations of a decision on one text, and none of one on several', () => {
    const bare = '第一条　甲。\n\n第二条　乙。\n';
    expect(apply(bare, '对《示例条例》作如下修改：\n一、删去第一条。').fates).toEqual(['repeal']);
    const several = apply(bare, '一、删去《示例条例》第一条。\n二、删去《另一条例》第二条。');
    expect(several.fates).toEqual([]);
    expect(several.remarks).toEqual(['text-untitled']);
  });
});
