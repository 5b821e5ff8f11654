"""Three small invented documents (示例) as files: a province, a city under it, a district of that city."""

from pathlib import Path

PROVINCE = """\
示政〔2023〕5号

示例省人民政府关于发展社区教育的意见

各市人民政府，省人民政府各部门：

为贯彻落实《中华人民共和国教育法》，现就发展社区教育提出如下意见。

一、主要任务

（一）建设社区学院。到2025年，每个县（市、区）建成不少于1所社区学院，每所社区学院每年开设不少于30门社区教育课程。

（二）培育教师队伍。每所社区学院配备不少于5名专职教师，开展社区教育教师轮训。

2023年3月1日
"""
CITY = """\
例政〔2023〕8号

示例市人民政府关于发展社区教育的实施意见

各县（市、区）人民政府，市人民政府各部门：

根据《示例省人民政府关于发展社区教育的意见》（示政〔2023〕5号），结合我市实际，提出如下实施意见。

一、建设社区学院。到2025年，每个县（市、区）建成不少于2所社区学院，每所社区学院每年开设不少于40门社区教育课程。（责任单位：市教育局）

二、培育教师队伍。每所社区学院配备不少于6名专职教师，开展社区教育教师轮训。（责任单位：市教育局、市财政局）

2023年6月1日
"""
DISTRICT = """\
# 范例区发展社区教育实施方案

根据《示例市人民政府关于发展社区教育的实施意见》（例政〔2023〕8号），制定本方案。

## 一、工作任务

1.建设社区学院。到2025年，建成2所社区学院，每所社区学院每年开设不少于45门社区教育课程。（责任单位：区教育局）
"""
TEXTS = {"province.txt": PROVINCE, "city.txt": CITY, "district.md": DISTRICT}
IDS = {"province.txt": "示政〔2023〕5号", "city.txt": "例政〔2023〕8号", "district.md": "范例区发展社区教育实施方案"}


def write(folder: Path) -> list[Path]:
    """The three documents as files in `folder`."""
    folder.mkdir(exist_ok=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in TEXTS]
