"""How figures of questions and papers are said in templates."""

from django import template

from hoithi.wording import item_statistics

register = template.Library()
register.filter("figure", item_statistics.figure)
register.filter("percent", item_statistics.percent)
register.filter("seconds_said", item_statistics.seconds_said)
