/** Posts and surnames: how texts name the persons who sign them and who answer for what. */
import { words } from './words.ts';

/**
 * Posts that sign orders, decisions and announcements. Source: signatures of orders of the State Council, of ministries,
 * provinces, cities and counties, of the standing committees, courts and procuratorates, and of Hong Kong and Macau; 政治委员,
 * who signs joint orders of a province and its 军区, is ours.
 */
export const signingPosts = words(`
  主席 总理 委员长 院长 检察长 部长 署长 省长 市长 州长 县长 区长 主任 局长 厅长 行长 代省长 代市长 代县长 代区长 镇长 会长
  秘书长 司令员 政治委员 署理市长 总署长 税务总局局长 海关总署署长
`);

/** What posts end in, where a text divides the work of leaders. Source: 领导分工 notices of provinces, cities, counties, towns and departments. */
export const postNouns = words(`
  市长 县长 区长 州长 省长 镇长 乡长 盟长 旗长 主席 主任 书记 常委 委员 秘书长 局长 厅长 部长 院长 署长 组长 所长 检察长 处长
  科长 主管 党组成员 党委成员 总工程师 总会计师 总经济师 总规划师 巡视员 调研员 研究员 二级巡视员 一级调研员 成员 顾问 指挥长
  政委 司令员
`);

/** What may stand before such a noun in a post. Source: the same notices. */
export const postPrefixes = words(`
  代 常务 第一 副 党组 党委 省 市 县 区 州 政府 人大 政协 办公室 一级 二级 三级 四级 原 总
`);

/** Surnames of one character. Source: 百家姓, and frequent ones that it lacks (肖, 付, 代, 闫 …). */
export const surnames = words(`
  赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 尤 许 何 吕 施 张 孔 曹 严 华 金 魏 陶 姜 戚 谢 邹 喻 柏 水 窦 章 云 苏 潘 葛 奚 范 彭 郎
  鲁 韦 昌 马 苗 凤 花 方 俞 任 袁 柳 鲍 史 唐 费 廉 岑 薛 雷 贺 倪 汤 滕 殷 罗 毕 郝 邬 安 常 乐 于 时 傅 皮 卞 齐 康 伍 余 元 卜 顾 孟 平 黄 和
  穆 萧 尹 姚 邵 湛 汪 祁 毛 禹 狄 米 贝 明 臧 计 伏 成 戴 谈 宋 茅 庞 熊 纪 舒 屈 项 祝 董 梁 杜 阮 蓝 闵 席 季 麻 强 贾 路 娄 危 江 童 颜 郭 梅
  盛 林 刁 钟 徐 邱 骆 高 夏 蔡 田 樊 胡 凌 霍 虞 万 支 柯 管 卢 莫 经 房 裘 缪 干 解 应 宗 丁 宣 邓 郁 单 杭 洪 包 诸 左 石 崔 吉 龚 程 嵇 邢 裴
  陆 荣 翁 荀 羊 惠 甄 曲 家 封 芮 储 靳 邴 松 井 段 富 巫 乌 焦 巴 弓 牧 隗 山 谷 车 侯 宓 蓬 全 班 仰 秋 仲 伊 宫 宁 仇 栾 暴 甘 厉 戎 祖 武 符
  刘 景 詹 束 龙 叶 幸 司 韶 黎 薄 印 宿 白 怀 蒲 从 鄂 索 赖 卓 蔺 屠 蒙 池 乔 阴 胥 能 苍 双 闻 党 翟 谭 贡 劳 逄 姬 申 扶 堵 冉 宰 郦 雍 璩 桑
  桂 濮 牛 寿 通 边 扈 燕 冀 郏 浦 尚 农 温 别 庄 晏 柴 瞿 阎 充 慕 连 茹 习 宦 艾 鱼 容 向 古 易 慎 戈 廖 庾 终 居 衡 步 都 耿 满 弘 匡 国 文 寇
  广 禄 东 欧 沃 利 蔚 越 师 巩 聂 晁 勾 敖 融 冷 訾 辛 阚 那 简 饶 空 曾 毋 沙 养 鞠 须 丰 巢 关 查 荆 红 游 竺 权 盖 益 桓 公 肖 付 代 闫 岳 缑
  亢 况 后 有 琴 商 佘 佴 伯 赏 墨 哈 谯 笪 年 爱 阳 佟 麦 麻 邝 揭
`);

/** Surnames of two characters. Source: 百家姓. */
export const doubleSurnames = words('欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 司徒');
