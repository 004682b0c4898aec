import type { Chance } from '../chance';

/** One word after the other. */
const list = (words: string): string[] => words.split(' ');

/** What people lose: per category the things, how they look to everybody, and what only the owner knows. */

const COLOURS = list('黑色 白色 深灰色 藏青色 米色 酒红色 粉色 天蓝色 军绿色 棕色 银色 浅紫色');
const LEATHERS = ['牛皮', '帆布', '尼龙', '牛津布', 'PU皮'];
const FABRICS = ['针织', '羊毛', '棉质', '涤纶', '羊绒', '混纺'];
const STATES = list('九成新 七成新 使用痕迹明显 崭新带吊牌 边角磨损 表面有划痕 一侧有污渍 完好');
const PATTERNS = ['纯色', '格纹', '条纹', '碎花', '卡通图案', '英文字母印花', '波点', '几何图案'];
const CHARMS = list('小熊挂件 红绳编织挂件 皮质钥匙扣 公司工牌扣 平安符 卡通毛绒球 篮球挂件 编号圆牌');

/** What the owner alone can say of things that carry no number. */
const SECRETS = list(
  '内侧写有姓名缩写 内袋有一张洗衣店小票 拉链头换过一个 夹层里有一张一元纸币 底部贴有蓝色圆点贴纸 内有一支口红 缝过一处，线为红色 右下角有烟头烫痕 内有一张电影票根 标签上写有电话尾号',
);

export interface Thing {
  name: string;
  publicFeatures: string | null;
  verifyFeatures: string | null;
}
type Maker = (chance: Chance) => Thing;

const thing = (name: string, publicFeatures: string | null, verifyFeatures: string | null): Thing => ({
  name,
  publicFeatures,
  verifyFeatures,
});

/** A thing of the common kind: colour + noun, a look, a secret. */
const wares =
  (
    nouns: readonly string[],
    looks: (chance: Chance) => string,
    secrets: (chance: Chance) => string = (c) => c.pick(SECRETS),
  ): Maker =>
  (chance) => {
    const colour = chance.favour(COLOURS);
    return thing(
      `${colour}${chance.pick(nouns)}`,
      chance.happens(0.93) ? looks(chance) : null,
      chance.happens(0.72) ? secrets(chance) : null,
    );
  };

const CARDS = list('居民身份证 驾驶证 工作证 社会保障卡 学生证 护照 港澳通行证 门禁卡 居住证');
const BANKS = list('工商银行 建设银行 农业银行 中国银行 招商银行 交通银行 邮储银行 民生银行');
const PHONES = ['华为', '小米', 'OPPO', 'vivo', '荣耀', '苹果', '三星'];
const MODELS = ['直板手机', '折叠屏手机', '老年手机', '智能手机'];

/** Makers by category code of the settings (electron/registers/office/defaults.ts). */
export const THINGS: Record<string, Maker> = {
  cash: (c) =>
    thing(
      c.pick(['现金', '现金（信封装）', '现金（散钱）', '零钱包内现金']),
      c.pick(['装于白色信封', '用橡皮筋捆扎', '夹在购物小票中', '散落地面', '装于透明塑料袋', '折成一叠']),
      c.pick(['信封背面写有一串数字', '最外一张折角', '夹有一张名片', '橡皮筋为绿色', '夹有超市小票']),
    ),
  idCard: (c) => {
    const card = c.favour(CARDS);
    return thing(
      card,
      `${c.pick(['蓝色', '透明', '黑色', '红色'])}卡套，${c.pick(['卡面清晰', '边角磨损', '略有弯折'])}`,
      `持证人姓氏${c.pick('王李张刘陈杨黄赵周吴'.split(''))}，证号尾${c.digits(4)}`,
    );
  },
  bankCard: (c) =>
    thing(
      `${c.pick(BANKS)}${c.pick(['储蓄卡', '信用卡', '借记卡'])}`,
      c.pick(['卡面有卡通图案', '普通卡面', '金色卡面', '配透明卡套', '粉色卡面']),
      `卡号尾号${c.digits(4)}`,
    ),
  phone: (c) =>
    thing(
      `${c.favour(PHONES)}${c.pick(MODELS)}`,
      `${c.pick(COLOURS)}机身，${c.pick(['透明保护壳', '黑色皮套', '卡通保护壳', '无保护壳', '带指环支架', '磨砂壳'])}，${c.pick(STATES)}`,
      c.pick(
        list(
          '锁屏壁纸为一只橘猫 锁屏壁纸为海边合影 壳内夹有一张公交卡 屏幕左上角有裂纹 来电铃声为鸟鸣 壁纸为全家福 背面贴有动漫贴纸',
        ),
      ),
    ),
  electronics: wares(
    list(
      '蓝牙耳机 充电宝 平板电脑 U盘 笔记本电脑 智能手表 电子书阅读器 数码相机 计算器 手机充电器 无线鼠标 录音笔 移动硬盘 电子烟 便携风扇',
    ),
    (c) => `${c.pick(['带原装盒', '无包装', '带收纳袋', '带数据线'])}，${c.pick(STATES)}`,
    (c) =>
      c.pick([
        '设备名称为主人姓名拼音',
        '背面刻有编号',
        '内有工作资料',
        '贴有资产标签',
        '绳结打了两道',
        `序列号尾${c.digits(4)}`,
      ]),
  ),
  jewellery: (c) =>
    thing(
      `${c.pick(['金色', '银色', '玫瑰金色', '翠绿色', '珍珠白'])}${c.pick(['戒指', '项链', '手链', '手表', '耳钉一只', '耳环一对', '胸针', '玉佩', '手镯', '领带夹'])}`,
      `${c.pick(['素圈', '镶白色石头', '吊坠为心形', '表带为皮质', '表带为钢带', '简约款', '细链'])}，${c.pick(STATES)}`,
      c.pick(list('内圈刻有日期 内圈刻有两个字母 搭扣换过 表盘六点位有划痕 背面刻有英文名 缺一颗小石')),
    ),
  wallet: wares(
    ['长款钱包', '短款钱包', '卡包', '零钱包', '拉链钱包'],
    (c) => `${c.pick(LEATHERS)}，${c.pick(PATTERNS)}，${c.pick(STATES)}`,
    (c) =>
      c.pick([
        '内有会员卡两张及零钱',
        '内有一张一寸照片',
        '内有公交卡',
        '夹层有老照片',
        '内有餐厅积分卡',
        `内有银行卡尾号${c.digits(4)}`,
      ]),
  ),
  bag: wares(
    list('双肩包 单肩包 手提袋 公文包 电脑包 行李箱 帆布袋 运动包 纸质购物袋 化妆包 腰包'),
    (c) => `${c.pick(LEATHERS)}，${c.pick(PATTERNS)}，${c.pick(STATES)}`,
    (c) =>
      c.pick(
        list(
          '内有一本笔记本 内有换洗运动服 内有雨伞及水杯 侧袋有润喉糖 内有文件夹两个 密码锁密码由失主当场打开',
        ),
      ),
  ),
  clothing: wares(
    list(
      '羽绒服 西装外套 针织开衫 围巾 棒球帽 手套一双 运动外套 衬衫 披肩 毛线帽 领带 儿童外套 连帽卫衣 马甲',
    ),
    (c) =>
      `${c.pick(FABRICS)}，${c.pick(PATTERNS)}，${c.pick(['S码', 'M码', 'L码', 'XL码', '均码', '未见尺码'])}`,
  ),
  keys: (c) =>
    thing(
      `${c.pick(['钥匙一串', '单把钥匙', '车钥匙', '门禁钥匙扣', '电动车钥匙', '柜子钥匙', '钥匙串（含门禁扣）'])}`,
      `${c.between(1, 9)}把，带${c.pick(COLOURS)}${c.pick(CHARMS)}`,
      c.pick(
        list('其中一把为十字钥匙 一把贴有白色标签 一把套有绿色胶套 遥控器电池盖用胶带粘过 挂件背面有号码'),
      ),
    ),
  umbrella: wares(
    ['长柄雨伞', '三折雨伞', '晴雨两用伞', '透明雨伞', '儿童雨伞', '自动折叠伞', '商务直杆伞', '双人大伞'],
    (c) =>
      `${c.pick(PATTERNS)}，${c.pick(['木质弯柄', '黑色直柄', '金属伞骨', '带伞套', '无伞套'])}，${c.pick(STATES)}`,
    (c) => c.pick(['伞柄缠有白色胶布', '伞柄刻有一个字', '一根伞骨修过', '伞套内有备用扣', '伞带系了红绳']),
  ),
  glasses: wares(
    ['近视眼镜', '太阳镜', '老花镜', '眼镜盒（内有眼镜）', '儿童眼镜', '防蓝光眼镜'],
    (c) => `${c.pick(['金属全框', '半框', '板材全框', '无框', '圆框', '飞行员款'])}，${c.pick(STATES)}`,
    (c) =>
      c.pick(['左镜腿螺丝换过', '镜布为绿色', `左眼约${c.between(1, 7)}50度`, '鼻托缺一只', '盒内有名片']),
  ),
  document: (c) =>
    thing(
      c.pick(list('文件袋 合同文本 图纸一卷 笔记本 文件夹 发票一叠 病历本 快递文件封 投标文件 书籍')),
      `${c.pick(COLOURS)}封面，${c.pick(['A4', 'A5', 'B5', 'A3'])}，${c.pick(['约十页', '约三十页', '一厚本', '已装订', '散页'])}`,
      c.happens(0.6)
        ? c.pick(['首页有手写批注', '末页盖有红章', '内夹便利贴', '封底写有电话', '扉页有签名'])
        : null,
    ),
  freshFood: (c) =>
    thing(
      c.pick(list('鲜花一束 水果一袋 蔬菜一袋 鲜肉一袋 生日蛋糕 海鲜礼盒 鲜奶两盒 鸡蛋一盒')),
      c.pick(['超市塑料袋装', '保温袋装', '外卖袋装', '礼盒包装']),
      null,
    ),
  openedFood: (c) =>
    thing(
      c.pick(['外卖一份', '奶茶一杯', '面包半袋', '咖啡一杯', '零食一袋', '盒饭一份', '饮料一瓶']),
      c.pick(['已开封', '外卖袋破损', '已饮用部分', '未见订单号']),
      null,
    ),
  toy: wares(
    ['毛绒熊', '遥控汽车', '积木一盒', '洋娃娃', '滑板车', '水枪', '拼图', '平衡车', '恐龙模型', '泡泡机'],
    (c) => `${c.pick(['约二十厘米', '约四十厘米', '小号', '大号'])}，${c.pick(STATES)}`,
    (c) => c.pick(['耳后缝过', '电池仓写有名字', '少一个轮子', '背后贴有名字贴', '脚底有墨水点']),
  ),
  other: wares(
    list('保温杯 水杯 雨靴 羽毛球拍 瑜伽垫 婴儿推车 折叠椅 药盒 拐杖 饭盒 乐器盒 工具箱 快递包裹 篮球 头盔'),
    (c) => `${c.pick(PATTERNS)}，${c.pick(STATES)}`,
  ),
};

/** How often each category is found, in parts of the whole. */
export const CATEGORY_WEIGHTS: [string, number][] = [
  ['umbrella', 12],
  ['keys', 12],
  ['clothing', 11],
  ['electronics', 9],
  ['idCard', 8],
  ['bag', 8],
  ['phone', 7],
  ['wallet', 6],
  ['other', 6],
  ['glasses', 5],
  ['bankCard', 4],
  ['document', 4],
  ['toy', 3],
  ['cash', 3],
  ['freshFood', 2],
  ['openedFood', 2],
  ['jewellery', 2],
];
