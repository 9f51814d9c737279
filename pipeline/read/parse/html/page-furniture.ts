/**
 * What stands around a notice on a web page, as patterns. Each has an example; what a notice itself may say must match none.
 */

/** Words in class and id that name furniture: `<div class="share-box">`, `<ul id="breadcrumbNav">`, `<div class="bottom_nav">`. */
export const furnitureNames: ReadonlySet<string> = new Set(
  `nav navbar navigation menu submenu topnav topmenu mainnav breadcrumb breadcrumbs crumb crumbs bread location position dqwz wzdh mbx
  share shares sharebox bdsharebuttonbox bdshare fenxiang print toolbar toolbox tools fontsize fontsizes zoomer
  footer foot footbox copyright banquan beian sidebar aside search searchbox login register qrcode ewm qr erweima
  pager pagination page-nav prev next prevnext related relate recommend hot banner topbar top-bar bottomnav
  friendlink friendlinks friendly sitemap gotop totop backtop feedback pinglun comments comment vote accessibility wza jiucuo`.split(
    /\s+/,
  ),
)

/** Names of the places where editors of government sites put a document: `<td id="UCAP-CONTENT">`, `<div class="TRS_Editor">`, `<div id="zoom">`. */
export const documentNames =
  /^(?:UCAP-CONTENT|TRS_(?:Editor|UEDITOR|PreAppend|AUTOADD)|view TRS_UEDITOR|pages_content|zoom|artibody|article(?:-content|_content|Content|-body|Con)?|policy-body|xxgk_content|news_content|con_text|detail-content|content_body|mainText|ContentText)$/i

/** Labels of the table that sites put above a document: 索引号、发文机关、成文日期. A label may have spaces and a colon. */
export const indexLabels =
  /^[\s\u3000【[]*(?:索\s*引\s*号|主\s*题\s*分\s*类|主\s*题\s*词|关\s*键\s*词|发\s*文\s*机\s*关|发\s*文\s*单\s*位|发\s*文\s*字\s*号|文\s*号|成\s*文\s*日\s*期|发\s*文\s*日\s*期|发\s*布\s*日\s*期|生\s*成\s*日\s*期|公\s*开\s*日\s*期|公\s*开\s*方\s*式|公\s*开\s*范\s*围|公\s*开\s*时\s*限|公\s*开\s*形\s*式|发\s*布\s*机\s*构|公\s*开\s*主\s*体|信\s*息\s*分\s*类|信\s*息\s*名\s*称|所\s*属\s*主\s*题|体\s*裁\s*分\s*类|体\s*裁|组\s*配\s*分\s*类|有\s*效\s*性|时\s*效\s*性|效\s*力\s*状\s*态|统\s*一\s*登\s*记\s*号|标\s*题|名\s*称|来\s*源|公\s*文\s*时\s*效|实\s*施\s*日\s*期|废\s*止\s*日\s*期|语\s*种)[\s\u3000】\]]*[:：]?[\s\u3000]*$/u

/** A label with its value in one block: `索 引 号：000014349/2018-00219`. */
export const indexEntry =
  /^[\s\u3000【[]*(?:索\s*引\s*号|主\s*题\s*分\s*类|发\s*文\s*机\s*关|发\s*文\s*字\s*号|成\s*文\s*日\s*期|发\s*布\s*日\s*期|生\s*成\s*日\s*期|公\s*开\s*方\s*式|发\s*布\s*机\s*构|信\s*息\s*分\s*类|所\s*属\s*主\s*题|有\s*效\s*性|体\s*裁|名\s*称|标\s*题|文\s*号|主\s*题\s*词)[\s\u3000】\]]*[:：]/u

/** The one label that only such a table has. */
export const indexNumber = /索\s*引\s*号|信息索引|索引码/u

/**
 * Phrases that no notice has. A short block is furniture if one of these stands in it, and besides nothing but phrases, marks, dates and counts:
 * `【打印】【关闭】【字体：大 中 小】`, `您当前的位置：首页 > 政策`, `浏览次数：123`.
 */
export const surePhrases: readonly RegExp[] = [
  /[【[（(]\s*(?:打印|关闭|收藏)(?:本页|本文|窗口|页面)?\s*[\]】）)]/gu,
  /(?:打印|关闭|收藏)(?:本页|本文|窗口|页面)/gu,
  /(?:字体|字号|文字大小)[:：]?[\s【[（(]*(?:(?:超大|特大|大|中|小|默认)[\s|]*){2,}[\]】）)]*/gu,
  /分享(?:到|至)[:：]?(?:微信|微博|QQ空间|朋友圈|\s)*/gu,
  /扫一扫(?:在手机(?:上)?(?:打开|查看|阅读)(?:当前页|本页|页面)?|分享[^，。]{0,12}|[^，。]{0,12}手机[^，。]{0,12})/gu,
  /(?:您|你|当前|现在)(?:现在|当前)?(?:的|所在|所处)*位置(?:是|为)?[:：].{0,60}$/gu,
  /(?:浏览|点击|阅读|访问)(?:次数|量|人数)[:：]\s*\d*\s*次?/gu,
  /责任编辑[:：]\s*[\p{Script=Han}]{0,4}/gu,
  /^\s*[上下]一(?:篇|条|页)[:：].{0,90}$/gu,
  /(?:返回|回到)(?:顶部|首页|列表|上一页)/gu,
  /相关(?:链接|阅读|解读|稿件|报道|新闻|推荐|文章)[:：]?\s*$/gu,
  /(?:无障碍(?:浏览|阅读)?|长者(?:模式|版)|适老化|关怀版|语音播报|繁體中文|网站支持IPv6)/gu,
  /(?:网站地图|联系我们|关于我们|网站声明|设为首页|加入收藏|我要纠错|政府网站找错|用户中心)/gu,
]

/** Phrases that a notice may have as well. Two of them in a short block, or one beside a sure phrase: `来源：市政府办公室　发布时间：2023-07-05`. */
export const loosePhrases: readonly RegExp[] = [
  /(?:打印|关闭|收藏|登录|注册|繁体版?|简体版?)/gu,
  /(?:信息|文章|稿件|文件)?来源[:：]\s*[^\s\u3000|｜]{0,30}/gu,
  /(?:发布|更新|发稿|信息)(?:时间|日期)[:：]/gu,
  /(?:编辑|校对|审核|作者)[:：]\s*[\p{Script=Han}]{0,4}/gu,
]

/** A block that only the foot of a site has: `版权所有：某市人民政府办公室 京ICP备05070218号`. */
export const footMarks =
  /^[^。]*(?:版权所有(?![者人权])|ICP备\s*\d|公网安备\s*\d|网站标识码|Copyright|©|网站(?:管理|维护|标识)[:：])[^。]*$/iu

/** Endings of an official document’s title: 关于印发《…》的通知, …若干意见（试行）. */
export const titleEnding =
  /(?:通知|意见|方案|办法|决定|批复|函|通报|公告|通告|规定|细则|措施|计划|规划|条例|请示|报告|纪要|令|要点|清单|分工|决议|公报|议案|规则|指南|纲要)(?:[（(][^（()）]{1,20}[）)])?$/u
